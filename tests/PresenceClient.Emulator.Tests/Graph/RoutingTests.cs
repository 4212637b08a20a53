namespace PresenceClient.Emulator.Tests.Graph;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("/v1.0/groups", "groups")]
    [InlineData("/v1.0/groups/7/members", "members")]
    [InlineData("/v1.0/me", "me")]
    [InlineData("/v1.0/me/calendar", "calendar")]
    [InlineData("/v1.0/users/x/presence/more", "more")]
    [InlineData("/v1.0/communications/presences", "presences")]
    [InlineData("/v1.0/communications/presences/$count", "$count")]
    [InlineData("/v1.0/communications/calls", "calls")]
    [InlineData("/v1.0/users/$count", "$count")]
    [InlineData("/v1.0", "")]
    public async Task Get_UnknownPath_NamesTheSegment(string path, string segment)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync(path);

        answer.ShouldBeError(400, "BadRequest", $"Resource not found for the segment '{segment}'.");
    }

    [Theory]
    [InlineData("/beta/me/presence", "beta. The emulator serves only v1.0.")]
    [InlineData("/v2.0/me/presence", "v2.0")]
    public async Task Get_OtherVersion_IsRefused(string path, string version)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync(path);

        answer.ShouldBeError(400, "BadRequest", $"Invalid version: {version}");
    }

    [Theory]
    [InlineData("POST", 400)]
    [InlineData("GET", 200)]
    public async Task Root_SaysWhereToLook_ButTakesNothing(string method, int status)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(new HttpMethod(method), "/", null, null);

        answer.Status.Should().Be(status);
        if (status == 200)
        {
            answer.Json.GetProperty("graph").GetString().Should().Be("/v1.0");
            answer.Json.GetProperty("control").GetString().Should().Be("/_emulator");
            answer.Json.GetProperty("tokens").GetString().Should().Be("/{tenant}/oauth2/v2.0/token");
            answer.Text.Should().NotContain(tenant.Emulator.Application.ClientSecret);
            tenant.Emulator.Requests.Should().BeEmpty("the root is the emulator's own");
        }
        else
        {
            answer.ShouldBeError(400, "BadRequest", "Invalid version: ");
        }
    }

    [Theory]
    [InlineData("DELETE", "users")]
    [InlineData("PATCH", "me/presence")]
    [InlineData("GET", "users/x/presence/setPresence")]
    [InlineData("GET", "communications/getPresencesByUserId")]
    [InlineData("POST", "users/x/presence/setMood")]
    [InlineData("POST", "communications/presences/x")]
    [InlineData("POST", "communications/presences/x/setManualLocation")]
    public async Task Send_OtherMethodOrAction_IsNotAllowed(string method, string path)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(new HttpMethod(method), path, null, null);

        answer.ShouldBeError(
            405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    }

    [Fact]
    public async Task Get_PathInOtherCasing_IsServed()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync($"Users/{tenant.Emulator.Users[0].Id}/PRESENCE");

        answer.Status.Should().Be(200);
    }
}
