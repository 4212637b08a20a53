using System.Net;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Users;

public sealed class UserFilterTests
{
    [Theory]
    [InlineData(true, null, "accountEnabled eq true")]
    [InlineData(false, null, "accountEnabled eq false")]
    [InlineData(null, DirectoryUserType.Member, "userType eq 'Member'")]
    [InlineData(null, DirectoryUserType.Guest, "userType eq 'Guest'")]
    [InlineData(true, DirectoryUserType.Member, "accountEnabled eq true and userType eq 'Member'")]
    public async Task ListAsync_WithFilters_AsksForThoseUsers(bool? canSignIn, DirectoryUserType? type, string filter)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));
        var options = new UserListOptions { CanSignIn = canSignIn, UserType = type };

        await graph.Client.Users.ListAsync(options, Test.Token).ToListAsync(Test.Token);

        Query(graph.Request).Should().Contain($"$filter={filter}").And.Contain("$top=999");
    }

    [Fact]
    public async Task ListAsync_WithoutFilters_SendsNone()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()), Answers.Json(Samples.Page()));

        await graph.Client.Users.ListAsync(options: null, Test.Token).ToListAsync(Test.Token);
        await graph.Client.Users.ListAsync(new UserListOptions(), Test.Token).ToListAsync(Test.Token);

        graph.Requests.Should().HaveCount(2)
            .And.OnlyContain(request => !request.Url.Contains("filter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ListAsync_OptionsChangedAfterwards_AreThoseOfTheCall()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));
        var options = new UserListOptions { CanSignIn = true };

        IAsyncEnumerable<DirectoryUser> users = graph.Client.Users.ListAsync(options, Test.Token);
        options.CanSignIn = false;
        await users.ToListAsync(Test.Token);

        Query(graph.Request).Should().Contain("$filter=accountEnabled eq true");
    }

    [Fact]
    public async Task ListAsync_FilterRefused_NamesThePermissionThatFiltersNeed()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.Forbidden, "Authorization_RequestDenied"));

        PresenceAccessDeniedException denied = (await Awaiting(() => graph.Client.Users
                .ListAsync(new UserListOptions { CanSignIn = true }, Test.Token).ToListAsync(Test.Token).AsTask())
            .Should().ThrowExactlyAsync<PresenceAccessDeniedException>()).Which;

        denied.Operation.Should().Be("users.list");
        (denied.DelegatedPermission, denied.ApplicationPermission).Should().Be(("User.Read.All", "User.Read.All"));
    }

    [Theory]
    [InlineData(DirectoryUserType.Unknown)]
    [InlineData(DirectoryUserType.UnknownFutureValue)]
    [InlineData((DirectoryUserType)77)]
    public void UserType_ThatCannotBeFiltered_IsRefused(DirectoryUserType type) =>
        Invoking(() => new UserListOptions { UserType = type }).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithParameterName("UserType").WithMessage($"{type} is not a type to filter by.*Member or Guest*");

    [Theory]
    [InlineData("""{ "id": "a", "accountEnabled": false, "userType": "Guest" }""", false, "Guest")]
    [InlineData("""{ "id": "a", "userType": "Contractor", "accountEnabled": true }""", true, "Contractor")]
    [InlineData("""{ "id": "a", "accountEnabled": null, "userType": null }""", null, null)]
    [InlineData("""{ "id": "a" }""", null, null)]
    public async Task ListAsync_KindOfAccount_IsReadAsItWasSent(string json, bool? enabled, string? type)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(json)));

        DirectoryUser user = (await graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token)).Single();

        (user.AccountEnabled, user.UserTypeText).Should().Be((enabled, type));
    }

    [Theory]
    [InlineData("""{ "id": "a", "accountEnabled": "true" }""")]
    [InlineData("""{ "id": "a", "userType": 1 }""")]
    public async Task ListAsync_KindOfAccountOfAnotherType_IsMalformed(string json)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(json)));

        await Awaiting(() => graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token).AsTask())
            .Should().ThrowExactlyAsync<PresenceException>();
    }

    private static string[] Query(SentRequest request) =>
        Uri.UnescapeDataString(new Uri(request.Url).Query).TrimStart('?').Split('&');
}
