using System.Text.Json;
using Azure.Core;
using static PresenceClient.Emulator.Tests.Graph.Batch.BatchCall;

namespace PresenceClient.Emulator.Tests.Graph.Batch;

public sealed class BatchServiceTests
{
    [Fact]
    public async Task Batch_20Reads_AreAnsweredOneByOneWithTheirIds()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 20);
        EmulatedUser[] users = [.. tenant.Emulator.Users];

        Answer answer = await tenant.BatchAsync(
            [.. users.Select((user, i) => Get($"r{i}", $"{(i % 2 == 0 ? "/" : "")}users/{user.Id}/presence"))]);

        answer.Responses().Should().HaveCount(20);
        for (int i = 0; i < users.Length; i++)
        {
            JsonElement response = answer.Response($"r{i}");
            Answer alone = await tenant.ReadAsync(users[i]);
            response.Status().Should().Be(200);
            response.GetProperty("body").GetRawText().Should().Be(alone.Text);
            response.Header("Content-Type").Should().StartWith("application/json");
        }
    }

    [Fact]
    public async Task Batch_InnerQueryAndEscapes_AreRead()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[3];

        Answer answer = await tenant.BatchAsync(
            Get("1", "/users?$top=2&$select=id"),
            Get("2", $"/users/{Uri.EscapeDataString(user.UserPrincipalName)}?$select=id"));

        JsonElement page = answer.Response("1").GetProperty("body");
        page.GetProperty("value").GetArrayLength().Should().Be(2);
        page.GetProperty("@odata.nextLink").GetString().Should().StartWith("https://graph.microsoft.com/v1.0/users?");
        answer.Response("2").GetProperty("body").GetProperty("id").GetString().Should().Be(user.Id);
    }

    [Fact]
    public async Task Batch_Writes_AreDoneAndHaveNoBody()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        Answer answer = await tenant.BatchAsync(
            Post("w", $"/users/{user.Id}/presence/setPresence", tenant.SessionBody("Busy", "InACall")));

        answer.Response("w").GetRawText().Should().Be("""{"id":"w","status":200}""");
        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task Batch_ReadBeforeAndAfterAWrite_SeeWhatWasSoThen()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        string path = $"/users/{user.Id}/presence";

        Answer answer = await tenant.BatchAsync(
            Get("after", path, dependsOn: "write"),
            Post("write", $"{path}/setPresence", tenant.SessionBody("Busy", "InACall"), dependsOn: "before"),
            Get("before", path));

        answer.Responses().Select(response => response.GetProperty("id").GetString()).Should()
            .Equal("before", "write", "after");
        answer.Response("before").Pair().Should().Be("Offline/Offline");
        answer.Response("after").Pair().Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task Batch_InnerErrors_LeaveTheOthersAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];

        Answer answer = await tenant.BatchAsync(
            Get("me", "/me/presence"),
            Get("nowhere", "/groups"),
            Get("method", $"/users/{user.Id}/presence/setPresence"),
            Get("version", "/v1.0/users"),
            Post("body", $"/users/{user.Id}/presence/clearPresence", "{}"),
            Post("text", $"/users/{user.Id}/presence/clearPresence", "\"aGk=\""),
            Get("good", $"/users/{user.Id}/presence"));

        answer.Responses().Select(response => response.Status()).Should().Equal(400, 400, 405, 400, 400, 400, 200);
        JsonElement error = answer.Response("body").GetProperty("body").GetProperty("error");
        error.GetProperty("code").GetString().Should().Be("InvalidArgument");
        error.GetProperty("message").GetString().Should().Be("[SessionId]: The SessionId field is required.");
        error.GetProperty("innerError").GetProperty("request-id").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Batch_WithoutPermission_IsRefusedItemByItem()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        TokenCredential reader = tenant.Emulator.CreateCredential(tenant.Emulator.AddApplication("Presence.Read.All"));
        string body = $$"""
            { "requests": [ {{Get("1", $"/users/{tenant.Emulator.Users[0].Id}/presence")}}, {{Get("2", "/users")}} ] }
            """;

        Answer answer = await tenant.PostAsync("$batch", body, reader);

        answer.Response("1").Status().Should().Be(200);
        answer.Response("2").Status().Should().Be(403);
        answer.Response("2").ErrorCode().Should().Be("Forbidden");
    }

    [Fact]
    public async Task Batch_AsAUser_MeIsThatUser()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[4];

        Answer answer = await tenant.PostAsync(
            "$batch", $$"""{ "requests": [ {{Get("1", "/me/presence")}} ] }""", tenant.Emulator.SignIn(user));

        answer.Response("1").GetProperty("body").GetProperty("id").GetString().Should().Be(user.Id);
    }

    [Fact]
    public async Task Batch_PredecessorFails_DependantsAre424AndNotDone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();

        Answer answer = await tenant.BatchAsync(
            Get("a", "/groups"),
            Post("b", $"/users/{user.Id}/presence/setPresence", tenant.SessionBody("Busy", "InACall"), dependsOn: "A"),
            Get("c", $"/users/{user.Id}/presence", dependsOn: "b"),
            Get("d", $"/users/{user.Id}/presence"));

        answer.Responses().Select(response => response.Status()).Should().Equal(400, 424, 424, 200);
        answer.Response("b").ErrorCode().Should().Be("FailedDependency");
        answer.Response("d").Pair().Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Batch_WithoutToken_IsRefusedAsAWhole()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch");

        (await tenant.SendAsync(request)).ShouldBeError(401, "InvalidAuthenticationToken");
    }

    [Fact]
    public async Task Batch_ByGet_IsNotAllowed()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        (await tenant.GetAsync("$batch")).ShouldBeError(405, "Request_BadRequest");
    }

    [Fact]
    public async Task Batch_20BulkReadsOf650_Fit()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 650);
        string ids = JsonSerializer.Serialize(new { ids = tenant.Emulator.Users.Select(user => user.Id) });

        Answer answer = await tenant.BatchAsync(
            [.. Enumerable.Range(0, 20).Select(i => Post($"{i}", "/communications/getPresencesByUserId", ids))]);

        answer.Responses().Should().OnlyContain(response =>
            response.GetProperty("body").GetProperty("value").GetArrayLength() == 650);
    }
}
