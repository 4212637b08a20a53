using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>Requests for several users that the service refuses (400) because of some users or altogether.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(51, 1)]
    [InlineData(51, 2)]
    [InlineData(51, 5)]
    [InlineData(650, 1)]
    [InlineData(650, 3)]
    [InlineData(8, 8)]
    public async Task GetAsync_UsersAreRefused_TheirCallersFailAndNoOthers(int users, int refused)
    {
        string[] ids = Samples.Ids(users);
        HashSet<string> guilty = [.. ids.Where((_, i) => i * refused / users != (i + 1) * refused / users)];
        var gate = new Gate();
        using FakeGraph graph = Refusing(gate, asked => asked.Any(guilty.Contains));

        Task<LoadedPresence>[] calls = await InOneRequestAsync(graph.Presences.CreateLoader(), gate, ids);

        List<string> failed = [];
        for (int i = 0; i < users; i++)
        {
            try
            {
                (await calls[i].BoundedAsync()).Presence!.Id.Should().Be(ids[i]);
            }
            catch (PresenceException e)
            {
                e.StatusCode.Should().Be(HttpStatusCode.BadRequest);
                e.ServiceMessage.Should().Be("Not these 1.");
                failed.Add(ids[i]);
            }
        }

        failed.Should().BeEquivalentTo(guilty);
        graph.Requests.Count.Should().BeLessThanOrEqualTo(2 + 96);
    }

    [Fact]
    public async Task GetAsync_TheServiceRefusesEverything_FailsAfter24MoreRequests()
    {
        var gate = new Gate();
        using FakeGraph graph = Refusing(gate, static _ => true);

        Task<LoadedPresence>[] calls =
            await InOneRequestAsync(graph.Presences.CreateLoader(), gate, Samples.Ids(650));

        foreach (Task<LoadedPresence> call in calls)
        {
            (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<PresenceException>())
                .Which.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }

        graph.Requests.Should().HaveCount(2 + 24);
    }

    [Fact]
    public async Task GetAsync_HalfOfManyUsersAreRefused_TakesABoundedNumberOfRequests()
    {
        string[] ids = Samples.Ids(650);
        HashSet<string> guilty = [.. ids.Where((_, i) => i % 2 == 1)];
        var gate = new Gate();
        using FakeGraph graph = Refusing(gate, asked => asked.Any(guilty.Contains) && asked.Length > 1);

        Task<LoadedPresence>[] calls = await InOneRequestAsync(graph.Presences.CreateLoader(), gate, ids);
        await Task.WhenAll(calls).BoundedAsync().ContinueWith(static _ => { }, TaskScheduler.Default);

        calls.Should().OnlyContain(c => c.IsCompleted);
        graph.Requests.Count.Should().BeLessThanOrEqualTo(2 + 96);
    }

    [Fact]
    public async Task GetAsync_OnlyUserOfARequestIsRefused_IsNotSentAgain()
    {
        var gate = new Gate();
        gate.Open();
        using FakeGraph graph = Refusing(gate, static _ => true);

        await graph.Presences.CreateLoader().Awaiting(l => l.GetAsync(Samples.Megan, Test.Token).BoundedAsync())
            .Should().ThrowAsync<PresenceException>();

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_CallerJoinsAUserWhoseBatchIsSplit_GetsTheSameAnswer()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        (HeldRequest refused, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, (Samples.Adele, Test.Token), (Samples.Alex, Test.Token));
        refused.Answer(Answers.Error(HttpStatusCode.BadRequest));
        HeldRequest[] halves = [await graph.NextAsync(), await graph.NextAsync()];
        Task<LoadedPresence> joining = loader.GetAsync(Samples.Adele, Test.Token);
        halves.Single(h => h.Ids[0] == Samples.Adele).AnswerAll();
        halves.Single(h => h.Ids[0] == Samples.Alex).Answer(Answers.Error(HttpStatusCode.BadRequest));

        (await joining.BoundedAsync()).Presence!.Id.Should().Be(Samples.Adele);
        (await calls[0].BoundedAsync()).Presence!.Id.Should().Be(Samples.Adele);
        await calls[1].Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<PresenceException>();
        graph.Requests.Should().HaveCount(4);

        // The search is over, so the next call is sent at once.
        _ = loader.GetAsync(Samples.Megan, Test.Token);
        (await graph.NextAsync()).Ids.Should().Equal(Samples.Megan);
    }

    [Fact]
    public async Task GetAsync_CallerLeavesWhileItsBatchIsSplit_CancelsOnlyItsHalf()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        (HeldRequest refused, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, (Samples.Adele, Test.Token), (Samples.Alex, leaver.Token));
        refused.Answer(Answers.Error(HttpStatusCode.BadRequest));
        HeldRequest[] halves = [await graph.NextAsync(), await graph.NextAsync()];
        await leaver.CancelAsync();

        await halves.Single(h => h.Ids[0] == Samples.Alex).Cancelled;
        halves.Single(h => h.Ids[0] == Samples.Adele).AnswerAll();
        (await calls[0].BoundedAsync()).Presence!.Id.Should().Be(Samples.Adele);
        await calls[1].Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task GetAsync_TheOthersOfARefusedRequestHaveLeft_IsSentOnceByItself()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        (HeldRequest refused, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, (Samples.Adele, Test.Token), (Samples.Alex, leaver.Token));
        await leaver.CancelAsync();
        refused.Answer(Answers.Error(HttpStatusCode.BadRequest));
        HeldRequest alone = await graph.NextAsync();
        alone.AnswerAll();

        alone.Ids.Should().Equal(Samples.Adele);
        (await calls[0].BoundedAsync()).Presence!.Id.Should().Be(Samples.Adele);
    }

    // The first request waits at the gate.
    private static FakeGraph Refusing(Gate gate, Func<string[], bool> refuses) => new(request =>
    {
        Answer answer = refuses(request.Ids)
            ? Answers.Error(HttpStatusCode.BadRequest, message: $"Not these {request.Ids.Length}.")
            : Answers.Presences(request);
        return request.Number == 1 ? answer.After(gate.PassAsync) : answer;
    });

    // While Megan's read is under way, the others are gathered.
    private static async Task<Task<LoadedPresence>[]> InOneRequestAsync(
        PresenceLoader loader, Gate gate, string[] ids)
    {
        Task<LoadedPresence> first = loader.GetAsync(Samples.Megan, Test.Token);
        await gate.ArrivedAsync(1);
        Task<LoadedPresence>[] calls = [.. ids.Select(id => loader.GetAsync(id, Test.Token))];
        gate.Open();
        await first.BoundedAsync().ContinueWith(static _ => { }, TaskScheduler.Default);
        return calls;
    }
}
