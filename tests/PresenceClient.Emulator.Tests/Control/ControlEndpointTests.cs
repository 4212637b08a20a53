using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Control;

public sealed class ControlEndpointTests
{
    [Fact]
    public async Task Tenant_ListsItsApplicationsInTheOrderOfTheirMaking()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedApplication second = tenant.Emulator.AddApplication("Presence.Read.All");

        JsonElement json = (await tenant.GetAsync("/_emulator")).Json;

        json.GetProperty("tenantId").GetString().Should().Be(tenant.Emulator.TenantId);
        json.GetProperty("now").GetDateTimeOffset().Should().Be(TestTenant.Start);
        JsonElement apps = json.GetProperty("apps");
        apps.EnumerateArray().Select(app => app.GetProperty("clientId").GetString()).Should()
            .Equal(tenant.AppId, second.ClientId);
        apps[0].GetProperty("clientSecret").GetString().Should().Be(tenant.Emulator.Application.ClientSecret);
        apps[0].GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should()
            .Equal("Presence.ReadWrite.All", "User.ReadBasic.All", "User.Read.All", "GroupMember.Read.All");
        apps[1].GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should()
            .Equal("Presence.Read.All");
    }

    [Fact]
    public async Task Users_AreAllOfThemInTheOrderOfTheirMaking()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 1_200);

        JsonElement value = (await tenant.GetAsync("/_emulator/users")).Json.GetProperty("value");

        value.EnumerateArray().Select(user => user.GetProperty("id").GetString()).Should()
            .Equal(tenant.Emulator.Users.Select(user => user.Id));
        value[5].GetProperty("displayName").GetString().Should().Be(tenant.Emulator.Users[5].DisplayName);
        value[5].GetProperty("userPrincipalName").GetString().Should().Be(tenant.Emulator.Users[5].UserPrincipalName);
        value[36].GetProperty("userType").GetString().Should().Be("Guest");
        value[42].GetProperty("accountEnabled").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData("POST", "/_emulator", 405, "POST is not a method of /_emulator. Use GET.")]
    [InlineData("PUT", "/_emulator/faults", 405, "PUT is not a method of /_emulator/faults. Use GET, POST, DELETE.")]
    [InlineData("GET", "/_emulator/nothing", 404, "/_emulator/nothing is not a path of the control API. Its calls*")]
    [InlineData("GET", "/_emulator/users/x/teams/y", 404, "*: GET /_emulator, *POST /_emulator/users/{id}/teams*")]
    public async Task AnythingElse_IsRefusedInWords(string method, string path, int status, string error)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(new HttpMethod(method), path, null, null);

        answer.Status.Should().Be(status);
        answer.Json.GetProperty("error").GetString().Should().Match(error);
    }

    [Fact]
    public async Task AnotherMethod_TellsTheAllowedOnesInTheHeaderToo()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.SendAsync(HttpMethod.Patch, "/_emulator/requests", null, null);

        answer.ContentHeaders.Allow.Should().Equal("GET", "DELETE");
    }

    [Fact]
    public async Task Body_TooLarge_IsRefusedInWords()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync("/_emulator/clock", new string(' ', 600_000) + "{}");

        answer.Status.Should().Be(413);
        answer.Json.GetProperty("error").GetString().Should().StartWith("The body is too large.");
    }
}
