using System.Text.Json;
using Azure.Core;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class GroupReadsTests
{
    private const string Advanced = "$count=true";

    [Theory]
    [InlineData("graph.user")]
    [InlineData("microsoft.graph.user")]
    public async Task Members_OfNestedGroups_AreListedOnce(string cast)
    {
        await using TestTenant tenant = await StartAsync();
        EmulatedGroup group = tenant.Emulator.Group("All Company");

        Answer answer = await GetAsync(tenant, $"groups/{group.Id}/transitiveMembers/{cast}?{Advanced}&$top=999");

        answer.Status.Should().Be(200, answer.Text);
        Ids(answer).Should().OnlyHaveUniqueItems()
            .And.BeEquivalentTo(tenant.Emulator.Users.Where(user => !user.UserPrincipalName.Contains("room.",
                StringComparison.Ordinal)).Select(user => user.Id));
        answer.Json.GetProperty("@odata.count").GetInt32().Should().Be(Ids(answer).Count());
        answer.Json.GetProperty("@odata.context").GetString().Should()
            .Be("https://graph.microsoft.com/v1.0/$metadata#users");
    }

    [Fact]
    public async Task Members_OfATeam_AreItsUsersInTheirOrder()
    {
        await using TestTenant tenant = await StartAsync();

        Answer answer = await ListAsync(tenant, tenant.Emulator.Group("Engineering Team 2"));

        Ids(answer).Should().Equal(tenant.Emulator.Users.Skip(6).Take(6).Select(user => user.Id));
    }

    [Fact]
    public async Task Members_ByDefault_Are100ToAPageAndCountedOnTheFirst()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 150);
        EmulatedGroup group = tenant.Emulator.Group("All Company");

        Answer first = await ListAsync(tenant, group);
        string next = first.Json.GetProperty("@odata.nextLink").GetString()!;
        Answer second = await GetAsync(tenant, next);

        next.Should().StartWith($"https://graph.microsoft.com/v1.0/groups/{group.Id}/transitiveMembers/graph.user?");
        Ids(first).Should().HaveCount(100);
        Ids(first).Concat(Ids(second)).Should().Equal(group.AllMembers.Select(user => user.Id));
        first.Json.GetProperty("@odata.count").GetInt32().Should().Be(group.AllMembers.Count);
        second.Json.TryGetProperty("@odata.count", out _).Should().BeFalse();
        second.Json.TryGetProperty("@odata.nextLink", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Members_TopAndSelect_StayWithTheLink()
    {
        await using TestTenant tenant = await StartAsync();
        EmulatedGroup group = tenant.Emulator.Group("Sales");

        Answer first = await ListAsync(tenant, group, "&$top=4&$select=id,accountEnabled");
        Answer second = await GetAsync(tenant, first.Json.GetProperty("@odata.nextLink").GetString()!);

        Ids(second).Should().Equal(group.AllMembers.Skip(4).Take(4).Select(user => user.Id));
        second.Json.GetProperty("value")[0].EnumerateObject().Select(property => property.Name).Should()
            .Equal("id", "accountEnabled");
    }

    [Theory]
    [InlineData("", true, "Request_UnsupportedQuery")]
    [InlineData("$count=false", true, "Request_UnsupportedQuery")]
    [InlineData("", false, "Request_UnsupportedQuery")]
    [InlineData("$count=true", false, "Request_BadRequest")]
    public async Task Members_WithoutAdvancedQuery_AreRefused(string query, bool isEventual, string code)
    {
        await using TestTenant tenant = await StartAsync();
        string path = $"groups/{tenant.Emulator.Groups[0].Id}/transitiveMembers/graph.user?{query}";

        Answer answer = isEventual ? await GetAsync(tenant, path) : await tenant.GetAsync(path);

        answer.ShouldBeError(400, code);
    }

    [Fact]
    public async Task Members_NextPageWithoutTheHeader_IsRefused()
    {
        await using TestTenant tenant = await StartAsync();
        Answer first = await ListAsync(tenant, tenant.Emulator.Groups[0], "&$top=4");

        Answer second = await tenant.GetAsync(first.Json.GetProperty("@odata.nextLink").GetString()!);

        second.ShouldBeError(400, "Request_BadRequest", "$count is not currently supported.");
    }

    [Theory]
    [InlineData("$top=1000")]
    [InlineData("$skiptoken=zz")]
    [InlineData("$filter=accountEnabled eq true")]
    [InlineData("$orderby=displayName")]
    [InlineData("$search=\"displayName:a\"")]
    public async Task Members_BadQuery_IsRefused(string query)
    {
        await using TestTenant tenant = await StartAsync();

        (await ListAsync(tenant, tenant.Emulator.Groups[0], $"&{query}")).ShouldBeError(400, "Request_BadRequest");
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    [InlineData("Sales")]
    public async Task Members_OfAnUnknownGroup_AreNotFound(string id)
    {
        await using TestTenant tenant = await StartAsync();

        Answer answer = await GetAsync(tenant, $"groups/{id}/transitiveMembers/graph.user?{Advanced}");

        answer.ShouldBeError(404, "Request_ResourceNotFound");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(403, "User.Read.All", "Presence.Read.All")]
    [InlineData(200, "GroupMember.Read.All")]
    [InlineData(200, "Group.Read.All")]
    [InlineData(200, "Directory.Read.All")]
    public async Task Members_TakeAPermissionOfGroups(int status, params string[] permissions)
    {
        await using TestTenant tenant = await StartAsync();
        string path = $"groups/{tenant.Emulator.Groups[0].Id}/transitiveMembers/graph.user?{Advanced}";

        foreach (TokenCredential credential in CredentialsWith(tenant, permissions))
        {
            (await GetAsync(tenant, path, credential)).Status.Should().Be(status);
        }
    }

    [Theory]
    [InlineData(false, false, "GroupMember.Read.All")]
    [InlineData(true, false, "GroupMember.Read.All", "User.ReadBasic.All")]
    [InlineData(true, true, "GroupMember.Read.All", "User.Read.All")]
    [InlineData(true, true, "Directory.Read.All")]
    public async Task Members_WithoutAPermissionOfUsers_AreIdsOnly(
        bool seesNames, bool seesAccounts, params string[] permissions)
    {
        await using TestTenant tenant = await StartAsync();
        EmulatedGroup group = tenant.Emulator.Group("Engineering Team 3");
        string path = $"groups/{group.Id}/transitiveMembers/graph.user?{Advanced}"
            + "&$select=id,displayName,accountEnabled";

        foreach (TokenCredential credential in CredentialsWith(tenant, permissions))
        {
            JsonElement member = (await GetAsync(tenant, path, credential)).Json.GetProperty("value")[0];

            member.GetProperty("id").GetString().Should().Be(group.Members[0].Id);
            member.GetProperty("displayName").GetString().Should().Be(seesNames ? group.Members[0].DisplayName : null);
            bool hasAccount = member.TryGetProperty("accountEnabled", out JsonElement account);
            (hasAccount && account.ValueKind != JsonValueKind.Null).Should().Be(seesAccounts);
            member.TryGetProperty("@odata.type", out _).Should().Be(!seesNames);
        }
    }

    [Fact]
    public async Task Members_InABatch_TakeTheHeaderOfTheirRequest()
    {
        await using TestTenant tenant = await StartAsync();
        string url = $"/groups/{tenant.Emulator.Groups[0].Id}/transitiveMembers/graph.user?{Advanced}&$top=1";

        Answer answer = await tenant.PostAsync("$batch", $$"""
            { "requests": [
              { "id": "1", "method": "GET", "url": "{{url}}", "headers": { "ConsistencyLevel": "eventual" } },
              { "id": "2", "method": "GET", "url": "{{url}}" } ] }
            """);

        answer.Json.GetProperty("responses").EnumerateArray().Select(one => one.GetProperty("status").GetInt32())
            .Should().Equal(200, 400);
    }

    private static IEnumerable<TokenCredential> CredentialsWith(TestTenant tenant, string[] permissions)
    {
        PresenceEmulator emulator = tenant.Emulator;
        yield return emulator.CreateCredential(emulator.AddApplication(permissions));

        // Without scopes, SignIn grants the usual ones.
        yield return emulator.SignIn(emulator.Users[0], permissions.Length == 0 ? ["openid"] : permissions);
    }

    private static Task<TestTenant> StartAsync() => TestTenant.StartAsync(options => options.Users = 75);

    private static Task<Answer> ListAsync(TestTenant tenant, EmulatedGroup group, string query = "") =>
        GetAsync(tenant, $"groups/{group.Id}/transitiveMembers/graph.user?{Advanced}{query}");

    private static async Task<Answer> GetAsync(TestTenant tenant, string path, TokenCredential? credential = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("ConsistencyLevel", "eventual");
        return await tenant.SendAsync(request, credential);
    }

    private static IEnumerable<string?> Ids(Answer answer) => answer.Json.GetProperty("value").EnumerateArray()
        .Select(user => user.GetProperty("id").GetString());
}
