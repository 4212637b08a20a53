using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class StatusMessageTests
{
    [Fact]
    public async Task SetStatusMessage_ForOneself_ShowsTextAndTimes()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsMeAsync(user, "setStatusMessage", Body("Zoë's \"büro\"", "2026-09-07T12:00:00", "UTC"));
        Answer answer = await tenant.GetAsync("me/presence", tenant.Emulator.SignIn(user));

        answer.Text.Should().Contain("Zoë's", "letters outside ASCII go out as they are");
        JsonElement status = answer.Json.GetProperty("statusMessage");
        status.GetProperty("message").GetProperty("content").GetString().Should().Be("Zoë's \"büro\"");
        status.GetProperty("message").GetProperty("contentType").GetString().Should().Be("text");
        status.GetProperty("publishedDateTime").GetString().Should().Be("2026-09-07T09:00:00.0000000Z");
        status.GetProperty("expiryDateTime").GetRawText().Should()
            .Be("""{"dateTime":"2026-09-07T12:00:00.0000000","timeZone":"UTC"}""");
    }

    [Fact]
    public async Task SetStatusMessage_ForOthers_ShowsTheTextAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsync(user, "setStatusMessage", Body("In training", "2026-09-07T12:00:00", "UTC"));
        Answer byApplication = await tenant.ReadAsync(user);
        Answer byColleague = await tenant.ReadAsync(user, tenant.Emulator.SignIn(tenant.Emulator.Users[1]));

        foreach (Answer answer in new[] { byApplication, byColleague })
        {
            answer.Json.GetProperty("statusMessage").GetRawText().Should()
                .Be("""{"message":{"content":"In training","contentType":"text"}}""");
        }
    }

    [Theory]
    [InlineData("2026-09-07T11:30:00", "W. Europe Standard Time", "2026-09-07T09:30:00.0000000")]
    [InlineData("2026-09-07T11:30:00.1234567", "Europe/Berlin", "2026-09-07T09:30:00.1234567")]
    [InlineData("2026-09-08", "Pacific Standard Time", "2026-09-08T07:00:00.0000000")]
    [InlineData("2026-09-07T10:00", "", "2026-09-07T10:00:00.0000000")]
    [InlineData("2027-03-28T02:30:00", "Europe/Berlin", "2027-03-28T01:30:00.0000000")]
    public async Task SetStatusMessage_ExpiryInAnyZone_ComesBackAsUtc(string time, string zone, string utc)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsMeAsync(user, "setStatusMessage", Body("Back soon", time, zone));
        Answer answer = await tenant.ReadAsync(user, tenant.Emulator.SignIn(user));

        answer.Json.GetProperty("statusMessage").GetProperty("expiryDateTime").GetProperty("dateTime").GetString()
            .Should().Be(utc);
    }

    [Fact]
    public async Task SetStatusMessage_WithoutExpiry_StaysAndHasNoExpiry()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsMeAsync(
            user, "setStatusMessage", """{ "statusMessage": { "message": { "content": "Hi" } } }""");
        tenant.Clock.Advance(TimeSpan.FromDays(400));
        Answer answer = await tenant.ReadAsync(user, tenant.Emulator.SignIn(user));

        JsonElement status = answer.Json.GetProperty("statusMessage");
        status.GetProperty("message").GetProperty("content").GetString().Should().Be("Hi");
        status.GetProperty("expiryDateTime").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999", "UTC")]
    [InlineData("9999-12-31T23:59:59", "Tokyo Standard Time")]
    [InlineData("9999-12-31T23:59:59.9999999", "Pacific Standard Time")]
    [InlineData("9999-12-31", "")]
    [InlineData("9999-01-01T00:00", "Pacific/Kiritimati")]
    [InlineData("9998-12-31T23:00", "America/New_York")]
    public async Task SetStatusMessage_ExpiryInTheYear9999_NeverExpires(string time, string zone)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsMeAsync(user, "setStatusMessage", Body("Here for good", time, zone));
        tenant.Clock.Advance(TimeSpan.FromDays(365_000));
        Answer answer = await tenant.ReadAsync(user, tenant.Emulator.SignIn(user));

        JsonElement status = answer.Json.GetProperty("statusMessage");
        status.GetProperty("message").GetProperty("content").GetString().Should().Be("Here for good");
        status.GetProperty("expiryDateTime").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task SetStatusMessage_Expiry_TakesItAway()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        await tenant.WriteAsync(user, "setStatusMessage", Body("Lunch", "2026-09-07T09:30:00", "UTC"));

        tenant.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        Answer before = await tenant.ReadAsync(user);
        tenant.Clock.Advance(TimeSpan.FromTicks(1));
        Answer after = await tenant.ReadAsync(user);

        before.Json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Object);
        after.Json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task SetStatusMessage_ExpiryInThePast_ShowsNothing()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        await tenant.WriteAsync(user, "setStatusMessage", Body("Gone", "2026-09-07T08:59:59", "UTC"));

        (await tenant.ReadAsync(user)).Json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task SetStatusMessage_EmptyText_ClearsIt()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.SetStatusMessage("Here");

        await tenant.WriteAsync(user, "setStatusMessage", """{ "statusMessage": { "message": { "content": "" } } }""");

        (await tenant.ReadAsync(user)).Json.GetProperty("statusMessage").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("{}", "[StatusMessage]: The StatusMessage field is required.")]
    [InlineData("""{ "statusMessage": "Hi" }""", "The provided [StatusMessage] is not valid.")]
    [InlineData("""{ "statusMessage": {} }""", "[Message]: The Message field is required.")]
    [InlineData("""{ "statusMessage": { "message": 5 } }""", "The provided [Message] is not valid.")]
    [InlineData("""{ "statusMessage": { "message": { "content": 5 } } }""", "The provided [Content] is not valid.")]
    [InlineData(
        """{ "statusMessage": { "message": { "content": "<b>", "contentType": "html" } } }""",
        "The provided [ContentType] is not valid.")]
    [InlineData(
        """{ "statusMessage": { "message": { "content": "Hi", "contentType": 1 } } }""",
        "The provided [ContentType] is not valid.")]
    [InlineData(
        """{ "statusMessage": { "message": { "content": "Hi" }, "expiryDateTime": "2026-09-07" } }""",
        "The provided [ExpiryDateTime] is not valid.")]
    [InlineData(
        """{ "statusMessage": { "message": { "content": "Hi" }, "expiryDateTime": { "timeZone": "UTC" } } }""",
        "[DateTime]: The DateTime field is required.")]
    [InlineData(
        """
        { "statusMessage": { "message": { "content": "Hi" },
          "expiryDateTime": { "dateTime": "2026-09-07T09:00:00", "timeZone": 1 } } }
        """,
        "The provided [TimeZone] is not valid.")]
    public async Task SetStatusMessage_BadBody_IsRefused(string body, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(tenant, body);

        answer.ShouldBeError(400, "InvalidArgument", message);
    }

    [Theory]
    [InlineData("2026-09-07T12:00:00Z", "UTC", "The provided [DateTime] is not valid.")]
    [InlineData("2026-09-07T12:00:00+02:00", "UTC", "The provided [DateTime] is not valid.")]
    [InlineData("noon", "UTC", "The provided [DateTime] is not valid.")]
    [InlineData("2026-09-07T12:00:00", "Middle Earth", "The provided [TimeZone] is not valid.")]
    public async Task SetStatusMessage_BadExpiry_IsRefused(string time, string zone, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await PostAsync(tenant, Body("Hi", time, zone));

        answer.ShouldBeError(400, "InvalidArgument", message);
    }

    private static string Body(string content, string time, string zone) => JsonSerializer.Serialize(new
    {
        statusMessage = new
        {
            message = new { content, contentType = "text" },
            expiryDateTime = new { dateTime = time, timeZone = zone },
        },
    });

    private static Task<Answer> PostAsync(TestTenant tenant, string body) =>
        tenant.PostAsync($"users/{tenant.Emulator.Users[0].Id}/presence/setStatusMessage", body);
}
