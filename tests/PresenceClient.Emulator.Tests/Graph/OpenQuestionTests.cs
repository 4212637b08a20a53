using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>What the documentation leaves open, and what the emulator therefore does.</summary>
public sealed class OpenQuestionTests
{
    [Theory]
    [InlineData("$expand=user")]
    [InlineData("$filter=availability eq 'Busy'")]
    [InlineData("$top=0")]
    public async Task Get_OtherQueryOptions_AreIgnored(string query)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];

        Answer answer = await tenant.GetAsync($"users/{user.Id}/presence?{query}");

        answer.Text.Should().Be((await tenant.ReadAsync(user)).Text);
    }

    [Theory]
    [InlineData(false, "Busy/InACall", "PresenceUnknown/PresenceUnknown")]
    [InlineData(true, "busy/inACall", "presenceUnknown/presenceUnknown")]
    public async Task Get_Values_AreSpelledAsTheOptionSays(bool camelCase, string known, string unknown)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.CamelCaseValues = camelCase);
        EmulatedUser user = tenant.BlankUser();
        user.JoinCall();

        (await tenant.ReadAsync(user)).Pair.Should().Be(known);
        (await tenant.GetAsync($"users/{Guid.Empty}/presence")).Pair.Should().Be(unknown);
    }

    [Theory]
    [InlineData("{}", "Availability")]
    [InlineData("""{ "availability": "Busy", "activity": "" }""", "Activity")]
    public async Task SetPreferred_MissingField_IsRefusedByItsName(string body, string field)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(tenant, "setUserPreferredPresence", body);

        answer.ShouldBeError(400, "InvalidArgument", $"[{field}]: The {field} field is required.");
    }

    [Theory]
    [InlineData("setUserPreferredPresence", """{ "availability": "busy", "activity": "BUSY" }""")]
    [InlineData("setManualLocation", """{ "workLocationType": "TimeOff" }""")]
    public async Task Casing_OfPreferencesAndLocations_FollowsTheOption(string action, string body)
    {
        await using TestTenant strict = await TestTenant.StartAsync();
        await using TestTenant lax = await TestTenant.StartAsync(options => options.IgnoreCaseOfValues = true);

        (await PostAsync(strict, action, body)).ShouldBeError(400, "InvalidArgument");
        (await PostAsync(lax, action, body)).ShouldBeDone();
    }

    [Fact]
    public async Task SetStatusMessage_WithoutASession_ShowsAndMakesNone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsync(user, "setStatusMessage", Message("Hi"));

        Answer answer = await tenant.ReadAsync(user);
        answer.Pair.Should().Be("Offline/Offline");
        answer.Json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Object);
    }

    [Fact]
    public async Task SetStatusMessage_LongerThanTeamsTakes_IsTaken()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        string text = new string('x', 2_000);

        await tenant.WriteAsync(user, "setStatusMessage", Message(text));

        (await tenant.ReadAsync(user)).Json.GetProperty("statusMessage").GetProperty("message")
            .GetProperty("content").GetString().Should().Be(text);
    }

    [Fact]
    public async Task List_PageTooLarge_IsRefusedInTheObservedWords()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync("users?$top=1000");

        answer.ShouldBeError(
            400,
            "Request_BadRequest",
            "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.");
    }

    private static string Message(string content) =>
        JsonSerializer.Serialize(new { statusMessage = new { message = new { content } } });

    private static Task<Answer> PostAsync(TestTenant tenant, string action, string body) =>
        tenant.PostAsync($"me/presence/{action}", body, tenant.Emulator.SignIn(tenant.Emulator.Users[0]));
}
