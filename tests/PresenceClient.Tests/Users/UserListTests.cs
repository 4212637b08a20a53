using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

public sealed class UserListTests
{
    private static readonly Answer[] ThreePages =
    [
        Answers.Json(Samples.PageBefore($"{Samples.Root}/users?$skiptoken=2",
            Samples.User(Samples.Adele), Samples.User(Samples.Alex))),
        Answers.Json(Samples.PageBefore($"{Samples.Root}/users?$skiptoken=3")),
        Answers.Json(Samples.Page(Samples.User(Samples.Megan))),
    ];

    [Fact]
    public async Task ListAsync_ThreePages_InTheServicesOrder()
    {
        using var graph = new FakeGraph(ThreePages);

        List<DirectoryUser> users = await graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token);

        users.Select(user => user.Id).Should().Equal(Samples.Adele, Samples.Alex, Samples.Megan);
        graph.Requests.Skip(1).Select(request => request.Url).Should()
            .Equal($"{Samples.Root}/users?$skiptoken=2", $"{Samples.Root}/users?$skiptoken=3");
        graph.Requests.Select(request => request.Headers["client-request-id"]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task ListAsync_PageNotUsedUp_NextOneIsNotAsked()
    {
        using var graph = new FakeGraph(ThreePages);
        IAsyncEnumerable<DirectoryUser> users = graph.Client.Users.ListAsync(Test.Token);
        graph.Requests.Should().BeEmpty();

        await foreach (DirectoryUser user in users)
        {
            graph.Requests.Should().HaveCount(user.Id == Samples.Megan ? 3 : 1);
        }
    }

    [Fact]
    public async Task ListAsync_CancelledBetweenPages_AsksForNoMore()
    {
        using var graph = new FakeGraph(ThreePages);
        using var caller = new CancellationTokenSource();

        Func<Task> listing = async () =>
        {
            await foreach (DirectoryUser _ in graph.Client.Users.ListAsync(Test.Token).WithCancellation(caller.Token))
            {
                await caller.CancelAsync();
            }
        };

        await listing.Should().ThrowAsync<OperationCanceledException>();
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ListAsync_SecondPageFails_GivesTheFirstBefore()
    {
        using var graph = new FakeGraph(ThreePages[0], Answers.Error(System.Net.HttpStatusCode.TooManyRequests));
        List<string> seen = [];

        Func<Task> listing = async () =>
        {
            await foreach (DirectoryUser user in graph.Client.Users.ListAsync(Test.Token))
            {
                seen.Add(user.Id);
            }
        };

        await listing.Should().ThrowExactlyAsync<PresenceThrottledException>();
        seen.Should().Equal(Samples.Adele, Samples.Alex);
    }

    [Fact]
    public async Task ListAsync_Twice_SendsAgain()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.User())), Answers.Json(Samples.Page()));
        IAsyncEnumerable<DirectoryUser> users = graph.Client.Users.ListAsync(Test.Token);

        (await users.CountAsync(Test.Token)).Should().Be(1);
        (await users.CountAsync(Test.Token)).Should().Be(0);
    }

    [Fact]
    public async Task ListAsync_TenEmptyPagesInARow_AreRead()
    {
        using var graph = new FakeGraph(
        [
            .. Enumerable.Range(1, 10).Select(n => Answers.Json(Samples.PageBefore(Link(n)))),
            Answers.Json(Samples.PageBefore(Link(11), Samples.User(Samples.Adele))),
            .. Enumerable.Range(12, 10).Select(n => Answers.Json(Samples.PageBefore(Link(n)))),
            Answers.Json(Samples.Page(Samples.User(Samples.Alex))),
        ]);

        (await graph.Client.Users.ListAsync(Test.Token).ToListAsync(Test.Token)).Select(user => user.Id)
            .Should().Equal(Samples.Adele, Samples.Alex);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ListAsync_PagesWithoutEnd_FailAfterElevenThatBringNothingNew(bool repeats)
    {
        string[] users = repeats ? [Samples.User(Samples.Alex), Samples.User(Samples.Adele)] : [];
        using var graph = new FakeGraph(
        [
            Answers.Json(Samples.PageBefore(Link(1), Samples.User(Samples.Adele), Samples.User(Samples.Alex))),
            .. Enumerable.Range(2, 30).Select(n => Answers.Json(Samples.PageBefore(Link(n), users))),
        ]);

        PresenceException failure = (await graph.Client.Users
            .Awaiting(u => u.ListAsync(Test.Token).ToListAsync(Test.Token).AsTask()).Should()
            .ThrowExactlyAsync<PresenceException>()).Which;

        failure.Message.Should().Contain("has nothing new (11 in a row)");
        failure.Operation.Should().Be("users.list");
        graph.Requests.Should().HaveCount(12);
    }

    [Fact]
    public async Task ListAsync_SameUserWithIdsInOtherCase_IsNothingNew()
    {
        const string letters = "abcdef";
        using var graph = new FakeGraph(request => Answers.Json(Samples.PageBefore(Link(request.Number), Samples.User(
            "11111111-1111-4111-8111-111111" + string.Concat(letters.Select((letter, i) =>
                (request.Number >> i) % 2 == 0 ? letter : char.ToUpperInvariant(letter)))))));

        (await graph.Client.Users.Awaiting(u => u.ListAsync(Test.Token).Take(60).ToListAsync(Test.Token).AsTask())
            .Should().ThrowAsync<PresenceException>()).WithMessage("*has nothing new (11 in a row)*");
    }

    [Fact]
    public void ListAsync_OfADisposedClient_ThrowsFromTheCall()
    {
        using var graph = new FakeGraph();
        UsersClient users = graph.Client.Users;
        graph.Client.Dispose();

        users.Invoking(u => u.ListAsync(Test.Token)).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task ListAsync_PageOfMoreUsersThanAskedFor_IsRefused()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page([.. Enumerable.Repeat(Samples.User(), 1_000)])));

        (await graph.Client.Users.Awaiting(u => u.ListAsync(Test.Token).ToListAsync(Test.Token).AsTask()).Should()
            .ThrowAsync<PresenceException>()).WithMessage("*cannot be read*more than 999 users*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListAsync_TwoTokens_TheExceptionCarriesTheOneThatWasCancelled(bool parameter)
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph(Answers.Never(standstill));
        using var cancelled = new CancellationTokenSource();
        using var other = new CancellationTokenSource();

        Task listing = ReadAsync(
            graph.Client.Users.ListAsync((parameter ? cancelled : other).Token),
            (parameter ? other : cancelled).Token);
        await standstill.Reached;

        await listing.ShouldEndByAsync(cancelled);
    }

    private static string Link(int page) => $"{Samples.Root}/users?$skiptoken={page}";

    private static async Task ReadAsync(IAsyncEnumerable<DirectoryUser> users, CancellationToken cancellationToken)
    {
        await foreach (DirectoryUser user in users.WithCancellation(cancellationToken))
        {
            user.Should().NotBeNull();
        }
    }
}
