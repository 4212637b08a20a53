namespace PresenceClient.Emulator.Tests.Control;

public sealed class TeamsControlTests
{
    [Fact]
    public async Task Teams_SetsAndEndsTheClient()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        (await ActAsync(tenant, user.Id, """{ "availability": "Busy", "activity": "InACall" }""")).ShouldBeDone();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
        (await ActAsync(tenant, user.Id, "{}")).ShouldBeDone();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Offline/Offline");
        (await ActAsync(tenant, user.Id, "{}")).ShouldBeDone();
    }

    [Fact]
    public async Task Teams_OnADevice_IsThatClientAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.GoAway();
        string mobile = """{ "device": "mobile", "availability": "Available", "activity": "Available" }""";

        (await ActAsync(tenant, user.UserPrincipalName, mobile)).ShouldBeDone();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
        (await ActAsync(tenant, user.Id, """{ "device": "mobile" }""")).ShouldBeDone();
        (await tenant.ReadAsync(user)).Pair.Should().Be("Away/Away");
    }

    [Theory]
    [InlineData("""{ "availability": "Buzy", "activity": "InACall" }""", "Buzy")]
    [InlineData("""{ "availability": "Busy" }""", "activity")]
    [InlineData("""{ "availability": 5 }""", "Availability")]
    [InlineData("""{ "activity": 5 }""", "Activity")]
    [InlineData("""{ "device": 5 }""", "Device")]
    [InlineData("""{ "device": "watch" }""", "desktop, mobile or web")]
    [InlineData("""{ "avail": "Busy" }""", "'avail' is not a field")]
    [InlineData("nonsense", "JSON")]
    public async Task Teams_BadBody_IsRefusedInWords(string body, string part)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await ActAsync(tenant, tenant.Emulator.Users[0].Id, body);

        answer.Status.Should().Be(400);
        answer.Json.GetProperty("error").GetString().Should().Contain(part);
    }

    [Fact]
    public async Task Teams_OfNobody_IsNotFound()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await ActAsync(tenant, "nobody@contoso.example", "{}");

        answer.Status.Should().Be(404);
        answer.Json.GetProperty("error").GetString().Should()
            .StartWith("No user has the id or sign-in name 'nobody@contoso.example'.");
    }

    private static Task<Answer> ActAsync(TestTenant tenant, string id, string body) =>
        tenant.PostAsync($"/_emulator/users/{id}/teams", body);
}
