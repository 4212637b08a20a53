using System.Text.Json;
using PresenceClient.Emulator.Tests.Graph.Batch;

namespace PresenceClient.Emulator.Tests.Graph;

/// <summary>What the body of any POST must say it is, and what it may have in it.</summary>
public sealed class RequestBodyTests
{
    private const string Preferred = "setUserPreferredPresence";
    private const string Status = "setStatusMessage";
    private const string Away = """{ "availability": "Away", "activity": "Away" }""";

    public static TheoryData<string, string, string> Unknown => new()
    {
        {
            Preferred,
            """{ "availability": "Away", "activity": "Away", "expirationduration": "PT1H" }""",
            "The property 'expirationduration' is not a parameter of the action 'setUserPreferredPresence'. Use "
            + "availability, activity, expirationDuration."
        },
        { Preferred, """{ "Availability": "Away", "activity": "Away" }""", "*'Availability' is not a parameter*" },
        { Preferred, """{ "availability": "Away", "activity": "Away", "": null }""", "*'' is not a parameter*" },
        {
            "clearUserPreferredPresence",
            """{ "sessionId": "x" }""",
            "*'sessionId' is not a parameter of the action 'clearUserPreferredPresence'. The action has no properties."
        },
        { "clearPresence", """{ "sessionID": "x" }""", "*'sessionID' is not a parameter*Use sessionId." },
        { "setPresence", """{ "sessionId": "x", "duration": "PT5M" }""", "*'duration'*" },
        { Status, """{ "statusMessage": { "message": { "content": "Hi" } }, "more": {} }""", "*'more'*" },
        { Status, """{ "StatusMessage": { "message": { "content": "Hi" } } }""", "*'StatusMessage'*" },
        {
            Status,
            """{ "statusMessage": { "message": { "content": "Hi" }, "expirydatetime": null } }""",
            "*'expirydatetime' does not exist on type 'microsoft.graph.presenceStatusMessage'. Use message, *"
        },
        {
            Status,
            """{ "statusMessage": { "message": { "content": "Hi", "ContentType": "text" } } }""",
            "*'ContentType' does not exist on type 'microsoft.graph.itemBody'*"
        },
        {
            Status,
            """
            { "statusMessage": { "message": { "content": "Hi" },
              "expiryDateTime": { "dateTime": "2026-09-08", "timezone": "UTC" } } }
            """,
            "The property 'timezone' does not exist on type 'microsoft.graph.dateTimeTimeZone'. Use dateTime, timeZone."
        },
    };

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/json")]
    [InlineData("application/jsonp")]
    [InlineData("application/problem+json")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json, text/plain")]
    [InlineData("json")]
    public async Task Post_NotDeclaredAsJson_IsRefused(string? contentType)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();

        Answer write = await tenant.PostBytesAsync($"users/{user.Id}/presence/{Preferred}", Away, contentType);
        Answer read = await tenant.PostBytesAsync(
            "communications/getPresencesByUserId", $$"""{ "ids": ["{{user.Id}}"] }""", contentType);

        write.ShouldBeError(400, "BadRequest");
        write.ErrorMessage.Should().Contain("Content-Type").And.Contain("Send the body as application/json");
        read.ErrorMessage.Should().Be(write.ErrorMessage);
        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json;odata.metadata=minimal;IEEE754Compatible=false;charset=utf-8")]
    public async Task Post_DeclaredAsJson_IsDone(string contentType)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.PostBytesAsync(PathOf(tenant, Preferred), Away, contentType)).ShouldBeDone();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    public async Task Post_NotDeclaredAsJsonWithOption_IsDone(string? contentType)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.AcceptAnyContentType = true);

        (await tenant.PostBytesAsync(PathOf(tenant, Preferred), Away, contentType)).ShouldBeDone();
    }

    [Fact]
    public async Task Post_NoBody_NeedsNoContentType()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.PostBytesAsync(PathOf(tenant, "clearUserPreferredPresence"), "", null)).ShouldBeDone();
        (await tenant.PostBytesAsync(PathOf(tenant, Preferred), "", null)).ShouldBeError(
            400, "InvalidArgument", "[Availability]: The Availability field is required.");
    }

    [Fact]
    public async Task Batch_InnerBodyNotDeclaredAsJson_IsRefusedAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string path = PathOf(tenant, Preferred);

        Answer answer = await tenant.BatchAsync(
            Item("text", path, "text/plain", Away),
            Item("case", path, "application/json", """{ "availability": "Away", "Activity": "Away" }"""),
            Item("json", path, "application/json", Away));

        answer.Response("text").Status().Should().Be(400);
        answer.Response("text").GetRawText().Should().Contain("'text/plain' is not supported");
        answer.Response("case").GetRawText().Should().Contain("'Activity'");
        answer.Response("json").Status().Should().Be(200);
    }

    [Fact]
    public async Task Batch_EnvelopeNotDeclaredAsJson_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        string body = $$"""{ "requests": [{{BatchCall.Get("1", "/users")}}] }""";

        (await tenant.PostBytesAsync("$batch", body, "text/plain")).ShouldBeError(400, "BadRequest");
        (await tenant.PostBytesAsync("$batch", body, "application/json")).Status.Should().Be(200);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task Post_UnknownProperty_IsRefusedByItsName(string action, string body, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(PathOf(tenant, action), body);

        answer.ShouldBeError(400, "BadRequest");
        answer.ErrorMessage.Should().Match(message);
    }

    [Theory]
    [InlineData("me/presence/setManualLocation", """{ "workLocationType": "office", "placeID": "x" }""", "placeID")]
    [InlineData("me/presence/setAutomaticLocation", """{ "workLocationType": "office", "source": "x" }""", "source")]
    [InlineData("me/presence/clearLocation", """{ "workLocationType": "office" }""", "workLocationType")]
    [InlineData("me/presence/clearAutomaticLocation", """{ "x": 1 }""", "x")]
    [InlineData("communications/getPresencesByUserId", """{ "ids": [], "Ids": [] }""", "Ids")]
    public async Task Post_UnknownPropertyElsewhere_IsRefusedByItsName(string path, string body, string name)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(path, body, tenant.Emulator.SignIn(tenant.Emulator.Users[0]));

        answer.ShouldBeError(400, "BadRequest");
        answer.ErrorMessage.Should().StartWith($"The property '{name}' is not a parameter of the action ");
    }

    [Theory]
    [InlineData(Preferred, """{ "availability": "Away", "activity": "Away", "expirationduration": 5 }""")]
    [InlineData("clearUserPreferredPresence", """{ "sessionId": "x" }""")]
    public async Task Post_UnknownPropertyWithOption_IsIgnored(string action, string body)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.IgnoreUnknownProperties = true);

        (await tenant.PostAsync(PathOf(tenant, action), body)).ShouldBeDone();
    }

    [Fact]
    public async Task Post_Annotations_AreIgnored()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            PathOf(tenant, Status),
            """
            { "@odata.context": "x", "statusMessage@odata.type": "#microsoft.graph.presenceStatusMessage",
              "statusMessage": { "@odata.type": "#microsoft.graph.presenceStatusMessage", "@my.own": { "a": 1 },
                "message": { "@odata.type": "#microsoft.graph.itemBody", "content@odata.type": "#String",
                  "content": "Hi" },
                "expiryDateTime": { "@odata.type": "#microsoft.graph.dateTimeTimeZone",
                  "dateTime": "2026-09-08", "timeZone": "UTC" } } }
            """);

        answer.ShouldBeDone();
    }

    [Fact]
    public async Task Post_EveryKnownProperty_IsTaken()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.PostAsync(
            PathOf(tenant, Status),
            """
            { "statusMessage": { "message": { "content": "Hi", "contentType": "text" }, "publishedDateTime": null,
                "expiryDateTime": { "dateTime": "2026-09-08", "timeZone": "UTC" } } }
            """);

        answer.ShouldBeDone();
    }

    private static string PathOf(TestTenant tenant, string action) =>
        $"users/{tenant.Emulator.Users[0].Id}/presence/{action}";

    private static string Item(string id, string url, string contentType, string body) => JsonSerializer.Serialize(new
    {
        id,
        method = "POST",
        url,
        headers = new Dictionary<string, string> { ["content-type"] = contentType },
        body = JsonDocument.Parse(body).RootElement,
    });
}
