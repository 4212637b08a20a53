using System.Text.Json;

namespace PresenceClient.Emulator.Tests.Graph;

public sealed class DirectoryReadsTests
{
    [Fact]
    public async Task List_ByDefault_Has100UsersAndALinkToTheRest()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 150);

        Answer first = await tenant.GetAsync("users");
        string next = first.Json.GetProperty("@odata.nextLink").GetString()!;
        Answer second = await tenant.GetAsync(next);

        first.Json.GetProperty("@odata.context").GetString().Should()
            .Be("https://graph.microsoft.com/v1.0/$metadata#users");
        next.Should().StartWith("https://graph.microsoft.com/v1.0/users?").And.Contain("$skiptoken=");
        Names(first).Should().HaveCount(100);
        Names(first).Concat(Names(second)).Should()
            .Equal(tenant.Emulator.Users.Select(user => user.UserPrincipalName));
        second.Json.TryGetProperty("@odata.nextLink", out _).Should().BeFalse();
    }

    [Fact]
    public async Task List_TopAndSelect_StayWithTheLink()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer first = await tenant.GetAsync("users?$top=4&$select=id,userPrincipalName");
        Answer second = await tenant.GetAsync(first.Json.GetProperty("@odata.nextLink").GetString()!);

        second.Json.GetProperty("@odata.context").GetString().Should()
            .EndWith("$metadata#users(id,userPrincipalName)");
        Names(second).Should().Equal(tenant.Emulator.Users.Skip(4).Take(4).Select(user => user.UserPrincipalName));
        second.Json.GetProperty("value")[0].EnumerateObject().Select(property => property.Name).Should()
            .Equal("id", "userPrincipalName");
    }

    [Fact]
    public async Task List_LargestPage_Is999()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.Users = 1_000);

        Answer answer = await tenant.GetAsync("users?$top=999");

        Names(answer).Should().HaveCount(999);
    }

    [Theory]
    [InlineData("$top=1000")]
    [InlineData("$top=0")]
    [InlineData("$top=many")]
    [InlineData("$skiptoken=zz")]
    [InlineData("$skiptoken=fffff")]
    [InlineData("$orderby=displayName")]
    [InlineData("$count=true")]
    [InlineData("$search=\"displayName:a\"")]
    [InlineData("$expand=manager")]
    [InlineData("$skip=5")]
    public async Task List_BadQuery_IsRefused(string query)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync($"users?{query}");

        answer.ShouldBeError(400, "Request_BadRequest");
    }

    [Fact]
    public async Task Get_ByIdAndByName_IsTheSameUser()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[7];

        Answer byId = await tenant.GetAsync($"users/{user.Id}");
        Answer byName = await tenant.GetAsync($"users/{user.UserPrincipalName.ToUpperInvariant()}");

        byId.Text.Should().Be(byName.Text);
        JsonElement json = byId.Json;
        json.GetProperty("@odata.context").GetString().Should()
            .Be("https://graph.microsoft.com/v1.0/$metadata#users/$entity");
        json.GetProperty("id").GetString().Should().Be(user.Id);
        json.GetProperty("displayName").GetString().Should().Be(user.DisplayName);
        json.GetProperty("userPrincipalName").GetString().Should().Be(user.UserPrincipalName);
        json.GetProperty("mail").GetString().Should().Be(user.Mail);
    }

    [Theory]
    [InlineData("nobody@contoso.example")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task Get_Unknown_IsNotFound(string id)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();

        Answer answer = await tenant.GetAsync($"users/{id}");

        answer.ShouldBeError(404, "Request_ResourceNotFound");
        answer.ErrorMessage.Should().StartWith($"Resource '{id}' does not exist");
    }

    [Fact]
    public async Task Get_OneselfByName_NeedsUserReadAlone()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[1];
        Azure.Core.TokenCredential credential = tenant.Emulator.SignIn(user, "User.Read");

        Answer own = await tenant.GetAsync($"users/{user.UserPrincipalName}", credential);
        Answer other = await tenant.GetAsync($"users/{tenant.Emulator.Users[2].UserPrincipalName}", credential);

        own.Status.Should().Be(200);
        other.ShouldBeError(403, "Forbidden", "");
    }

    [Fact]
    public async Task Get_GuestByName_IsFoundByTheEscapedName()
    {
        await using TestTenant tenant = await TestTenant.StartAsync(options => options.AddGuest("Pat Doe"));
        EmulatedUser guest = tenant.Emulator.Users[0];

        Answer answer = await tenant.GetAsync($"users/{Uri.EscapeDataString(guest.UserPrincipalName)}");

        answer.Json.GetProperty("id").GetString().Should().Be(guest.Id);
        answer.Json.GetProperty("mail").GetString().Should().Be("pat.doe@fabrikam.example");
        answer.Json.GetProperty("userPrincipalName").GetString().Should()
            .Be("pat.doe_fabrikam.example#EXT#@contoso.example");
    }

    [Theory]
    [InlineData("users")]
    [InlineData("users/{id}")]
    public async Task Read_AccountAndType_OnlyIfSelected(string path)
    {
        await using TestTenant tenant = await StartWithEachAsync();
        path = path.Replace("{id}", tenant.Emulator.Users[0].Id, StringComparison.Ordinal);

        Answer usual = await tenant.GetAsync(path);
        Answer selected = await tenant.GetAsync($"{path}?$select=id,accountEnabled,USERTYPE");

        usual.Text.Should().NotContain("accountEnabled").And.NotContain("userType");
        selected.Text.Should().Contain("\"accountEnabled\":false,\"userType\":\"Member\"");
    }

    [Fact]
    public async Task List_AccountAndTypeSelected_TellsThemOfEach()
    {
        await using TestTenant tenant = await StartWithEachAsync();

        Answer answer = await tenant.GetAsync("users?$select=accountEnabled,userType&$top=3");

        answer.Json.GetProperty("value").GetRawText().Should().Be(
            """
            [{"accountEnabled":false,"userType":"Member"},{"accountEnabled":true,"userType":"Guest"},
            {"accountEnabled":true,"userType":"Member"}]
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Read_BeyondTheBasicProfile_IsLeftOutWithoutThePermission()
    {
        await using TestTenant tenant = await StartWithEachAsync();
        EmulatedUser user = tenant.Emulator.Users[2];
        EmulatedApplication app = tenant.Emulator.AddApplication("User.ReadBasic.All");
        string own = $"users/{user.Id}?$select=id,accountEnabled,userType";
        string other = $"users/{tenant.Emulator.Users[1].Id}?$select=id,accountEnabled,userType";

        Answer byApplication = await tenant.GetAsync(own, tenant.Emulator.CreateCredential(app));
        Answer byUser = await tenant.GetAsync(other, tenant.Emulator.SignIn(user, "User.ReadBasic.All", "User.Read"));
        Answer byOneself = await tenant.GetAsync(own, tenant.Emulator.SignIn(user, "User.Read"));

        byApplication.Text.Should().Contain("\"id\"").And.NotContain("accountEnabled\":").And.NotContain("userType\":");
        byUser.Text.Should().NotContain("accountEnabled\":").And.NotContain("userType\":");
        byOneself.Text.Should().Contain("\"accountEnabled\":true,\"userType\":\"Member\"");
    }

    private static Task<TestTenant> StartWithEachAsync() => TestTenant.StartAsync(options => options
        .AddUser("Gone", accountEnabled: false)
        .AddGuest("Visitor"));

    private static IEnumerable<string?> Names(Answer page) => page.Json.GetProperty("value").EnumerateArray()
        .Select(user => user.GetProperty("userPrincipalName").GetString());
}
