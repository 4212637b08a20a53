using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>The token is sent to the address of a next link, so that address must be the service's own.</summary>
public sealed class NextLinkTests
{
    private static readonly string[] Elsewhere =
    [
        "https://evil.example/v1.0/users?$skiptoken=2",
        "https://graph.microsoft.com.evil.example/v1.0/users",
        "https://graph.microsoft.com@evil.example/v1.0/users",
        "http://graph.microsoft.com/v1.0/users",
        "https://graph.microsoft.com:8443/v1.0/users",
        "https://adele:secret@graph.microsoft.com/v1.0/users",
        "//evil.example/users",
        "/v1.0/users?$skiptoken=2",
        "users?$skiptoken=2",
        "file:///etc/passwd",
        "",
    ];

    public static TheoryData<string, string> OperationsAndLinks { get; } = new MatrixTheoryData<string, string>(
        ["users.list", "groups.members.list", "communications.getPresencesByUserId"], Elsewhere);

    [Theory]
    [MemberData(nameof(OperationsAndLinks))]
    public async Task NextPage_Elsewhere_IsRefusedAndNotAsked(string operation, string link)
    {
        using var graph = new FakeGraph(Answers.Json(Samples.PageBefore(link)));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceException>();
        failure.Operation.Should().Be(operation);
        failure.Message.Should().Contain("next page").And.NotContain("secret");
        graph.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("https://GRAPH.microsoft.com/v1.0/users?$skiptoken=2")]
    [InlineData("https://graph.microsoft.com:443/v1.0/users?$skiptoken=2")]
    public async Task NextPage_SameHostSpelledOtherwise_IsAsked(string link)
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(link)), Answers.Json(Samples.Page(Samples.User())));

        (await graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token)).Should().ContainSingle();
        graph.Requests[1].Url.Should().Be($"{Samples.Root}/users?$skiptoken=2");
    }

    [Fact]
    public async Task NextPage_InACircle_EndsInAnError()
    {
        string first = $"{Samples.Root}/page?1", second = $"{Samples.Root}/page?2";
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(first)),
            Answers.Json(Samples.PageBefore(second)),
            Answers.Json(Samples.PageBefore(first)));

        (await graph.FailAsync("users.list")).Message.Should().Contain("next page that was read before");
        graph.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task NextPage_OfPresencesInACircle_EndsInAnError()
    {
        string first = $"{Samples.Root}/page?1", second = $"{Samples.Root}/page?2";
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore(first, Samples.Presence(Samples.Adele))),
            Answers.Json(Samples.PageBefore(second, Samples.Presence(Samples.Alex))),
            Answers.Json(Samples.PageBefore(first, Samples.Presence(Samples.Megan))));

        (await graph.Client.Presences
            .Awaiting(p => p.GetAsync([Samples.Adele, Samples.Alex, Samples.Megan, .. Samples.Ids(1)], Test.Token))
            .Should().ThrowAsync<PresenceIncompleteException>())
            .WithMessage("The presence of 1 of 4 users*next page that was read before*");
        graph.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("users.list")]
    [InlineData("groups.members.list")]
    public async Task NextPage_IsAskedWithTheSameHeaders(string operation)
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore($"{Samples.Root}/users?$skiptoken=2")), Answers.Json(Samples.Page()));

        await graph.SendAsync(operation);

        graph.Requests[1].Headers.Keys.Should().BeEquivalentTo(graph.Requests[0].Headers.Keys);
        graph.Requests[1].Headers["Authorization"].Should().StartWith("Bearer ");
        graph.Requests[1].Method.Should().Be(HttpMethod.Get);
    }
}
