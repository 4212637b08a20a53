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

    private static IEnumerable<string?> Names(Answer page) => page.Json.GetProperty("value").EnumerateArray()
        .Select(user => user.GetProperty("userPrincipalName").GetString());
}
