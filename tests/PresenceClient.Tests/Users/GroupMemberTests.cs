using System.Net;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Users;

/// <summary>The members of a group. Paging is that of a listing of users.</summary>
public sealed class GroupMemberTests
{
    private static readonly Answer[] TwoPages =
    [
        Answers.Json(Samples.PageBefore($"{Samples.Root}/groups?$skiptoken=2", Samples.User(Samples.Adele))),
        Answers.Json(Samples.Page(Samples.User(Samples.Alex))),
    ];

    [Fact]
    public async Task ListMembersAsync_TwoPages_AreBothAnAdvancedQuery()
    {
        using var graph = new FakeGraph(TwoPages);

        List<DirectoryUser> members =
            await graph.Client.Groups[Samples.Team].ListMembersAsync(Test.Token).ToListAsync(Test.Token);

        members.Select(user => user.Id).Should().Equal(Samples.Adele, Samples.Alex);
        graph.Requests.Should().HaveCount(2)
            .And.OnlyContain(request => request.Headers["ConsistencyLevel"] == "eventual");
        graph.Requests[0].Url.Should().Contain("?%24count=true&");
        graph.Requests[1].Url.Should().Be($"{Samples.Root}/groups?$skiptoken=2");
    }

    [Fact]
    public async Task ListMembersAsync_Retried_IsAnAdvancedQueryAgain()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable), Answers.Json(Samples.Page()));
        graph.Retry();

        await graph.Client.Groups[Samples.Team].ListMembersAsync(Test.Token).ToListAsync(Test.Token);

        graph.Requests[1].Headers["ConsistencyLevel"].Should().Be("eventual");
    }

    [Fact]
    public async Task OtherOperations_AreNoAdvancedQueries()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));

        await graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token);

        graph.Request.Headers.Should().NotContainKey("ConsistencyLevel");
    }

    [Fact]
    public async Task Groups_ByGuid_AreThoseByText()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));

        await graph.Client.Groups[Guid.Parse(Samples.Team)].ListMembersAsync(Test.Token).ToListAsync(Test.Token);

        graph.Request.Url.Should().StartWith($"{Samples.Root}/groups/{Samples.Team}/transitiveMembers/graph.user?");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Marketing")]
    [InlineData("marketing@contoso.com")]
    [InlineData("..")]
    [InlineData("44444444-4444-4444-8444-44444444444d/owners")]
    [InlineData("{44444444-4444-4444-8444-44444444444d}")]
    public void Groups_WrongId_ThrowAtOnce(string? id)
    {
        using var graph = new FakeGraph();

        Invoking(() => graph.Client.Groups[id!]).Should().ThrowExactly<ArgumentException>()
            .WithParameterName(nameof(id)).WithMessage("The group's id is *object id*admin center*");
    }

    [Fact]
    public async Task ListMembersAsync_GroupIsUnknown_IsNotFound()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.NotFound, "Request_ResourceNotFound"));

        PresenceException failure = await graph.FailAsync("groups.members.list");

        failure.Should().BeOfType<PresenceNotFoundException>();
        failure.Operation.Should().Be("groups.members.list");
    }

    [Fact]
    public void ListMembersAsync_DisposedClient_Throws()
    {
        using var graph = new FakeGraph();
        GroupClient group = graph.Client.Groups[Samples.Team];
        graph.Client.Dispose();

        Invoking(() => group.ListMembersAsync(Test.Token)).Should().Throw<ObjectDisposedException>();
    }
}
