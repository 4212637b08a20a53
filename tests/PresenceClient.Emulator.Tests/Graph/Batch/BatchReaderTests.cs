using static PresenceClient.Emulator.Tests.Graph.Batch.BatchCall;

namespace PresenceClient.Emulator.Tests.Graph.Batch;

/// <summary>What spoils the whole batch: nothing of it is done, and the message names what is wrong.</summary>
public sealed class BatchReaderTests
{
    private const string Fine = """{ "id": "ok", "method": "GET", "url": "/users" }""";

    public static TheoryData<string, string> BadItems => new()
    {
        { "7", "request 2 is not an object" },
        { """{ "method": "GET", "url": "/users" }""", "request 2 has no 'id'" },
        { """{ "id": 7, "method": "GET", "url": "/users" }""", "request 2 has no 'id'" },
        { """{ "id": "x", "url": "/users" }""", "request 'x' has no 'method'" },
        { """{ "id": "x", "method": "GET" }""", "request 'x' has no 'url'" },
        { """{ "id": "x", "method": "GET", "url": "" }""", "request 'x' has no 'url'" },
        { """{ "id": "OK", "method": "GET", "url": "/users" }""", "the id 'OK' occurs twice" },
        { Get("x", "https://graph.microsoft.com/v1.0/users"), "request 'x' has a 'url' that is not relative" },
        { Get("x", "//graph.microsoft.com/users"), "request 'x' has a 'url' that is not relative" },
        { Get("x", "/$batch"), "request 'x' is a $batch itself" },
        { Get("x", "$BATCH?a=b"), "request 'x' is a $batch itself" },
        { Get("x", "/%24batch"), "request 'x' is a $batch itself" },
        { Get("x", "%24%62%41tch/"), "request 'x' is a $batch itself" },
        { Get("x", "/%2f%24batch%2F?x"), "request 'x' is a $batch itself" },
        { """{ "id": "x", "method": "POST", "url": "/", "body": {} }""", "request 'x' has a 'body', but no" },
        {
            """{ "id": "x", "method": "POST", "url": "/users", "body": {}, "headers": { "a": "b" } }""",
            "request 'x' has a 'body', but no Content-Type"
        },
        { """{ "id": "x", "method": "GET", "url": "/", "headers": [] }""", "request 'x' has 'headers' that" },
        { """{ "id": "x", "method": "GET", "url": "/", "headers": { "a": 1 } }""", "request 'x' has 'headers' that" },
        { """{ "id": "x", "method": "GET", "url": "/", "dependsOn": "ok" }""", "request 'x' has a 'dependsOn' that" },
        { """{ "id": "x", "method": "GET", "url": "/", "dependsOn": [1] }""", "request 'x' has a 'dependsOn' that" },
        { Get("x", "/users", dependsOn: "y"), "request 'x' depends on 'y', which is not in the batch" },
        { Get("x", "/users", dependsOn: "x"), "requests depend on each other in a circle" },
    };

    [Theory]
    [MemberData(nameof(BadItems))]
    public async Task Batch_OneBadItem_SpoilsTheWhole(string item, string message)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.BatchAsync(Fine, item);

        answer.ShouldBeError(400, "BadRequest");
        answer.ErrorMessage.Should().StartWith("Invalid batch: " + message);
        tenant.Emulator.Requests.Should().ContainSingle("nothing of the batch is done");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "requests": {} }""")]
    [InlineData("""{ "requests": null }""")]
    public async Task Batch_WithoutRequests_IsRefused(string body)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.PostAsync("$batch", body)).ShouldBeError(
            400, "BadRequest", "Invalid batch: the body must have an array of 'requests'.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public async Task Batch_TooManyOrNone_IsRefused(int count)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.BatchAsync([.. Enumerable.Range(0, count).Select(i => Get($"{i}", "/users"))]);

        answer.ShouldBeError(
            400, "BadRequest", $"Invalid batch: it must have 1 to 20 requests, but has {count}.");
    }

    [Fact]
    public async Task Batch_LongerCircle_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.BatchAsync(
            Get("a", "/users", "c"), Get("b", "/users", "a"), Get("c", "/users", "B"));

        answer.ShouldBeError(400, "BadRequest", "Invalid batch: requests depend on each other in a circle.");
    }

    [Theory]
    [InlineData("{ \"requests\": [", 400, "BadRequest")]
    [InlineData("[]", 400, "BadRequest")]
    public async Task Batch_NoJsonObject_IsRefused(string body, int status, string code)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.PostAsync("$batch", body)).ShouldBeError(status, code);
    }

    [Fact]
    public async Task Batch_TooLarge_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.BatchAsync(Get("x", "/users?a=" + new string('x', 600_000)));

        answer.ShouldBeError(413, "RequestEntityTooLarge");
    }
}
