using PresenceClient.Tests.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>The effects of a cancelled call on the requests and on other callers.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task GetAsync_TokenCancelledBefore_SendsNothing()
    {
        using var graph = new FakeGraph();
        var cancelled = new CancellationToken(canceled: true);

        await LeftAsync(graph.Client.Presences.CreateLoader().GetAsync(Samples.Adele, cancelled), cancelled);

        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_OneOfSeveralLeaves_TheOthersAreAnswered()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        using var stayer = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> first = loader.GetAsync(Samples.Adele, stayer.Token);
        Task<LoadedPresence> left = loader.GetAsync(Samples.Adele, leaver.Token);
        Task<LoadedPresence> last = loader.GetAsync(Samples.Adele, CancellationToken.None);
        HeldRequest request = await graph.NextAsync();
        await leaver.CancelAsync();
        await LeftAsync(left, leaver.Token);
        request.AnswerAll();

        (await Task.WhenAll(first, last).BoundedAsync()).Should().OnlyContain(p => p.Presence!.Id == Samples.Adele);
        graph.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public async Task GetAsync_AllOfAUserLeaveInAnyOrder_TheLastCancelsTheRequest(params int[] order)
    {
        using var graph = FakeGraph.Holding();
        CancellationTokenSource[] callers = [.. order.Select(_ => new CancellationTokenSource())];
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence>[] calls = [.. callers.Select(caller => loader.GetAsync(Samples.Adele, caller.Token))];
        HeldRequest request = await graph.NextAsync();
        foreach (int leaver in order)
        {
            request.IsCancelled.Should().BeFalse();
            await callers[leaver].CancelAsync();
            await LeftAsync(calls[leaver], callers[leaver].Token);
        }

        await request.Cancelled;
        Array.ForEach(callers, caller => caller.Dispose());
    }

    [Fact]
    public async Task GetAsync_AllOfARequestLeaveAgainAndAgain_TheNextIsSentAtOnce()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        for (int i = 0; i < 30; i++)
        {
            using var leaver = new CancellationTokenSource();
            Task<LoadedPresence> left = loader.GetAsync(Samples.Adele, leaver.Token);
            HeldRequest request = await graph.NextAsync();
            await leaver.CancelAsync();
            await LeftAsync(left, leaver.Token);
            await request.Cancelled;
            await WatchedTenant.UntilAsync(() => graph.Running == 0);
        }

        graph.Requests.Should().HaveCount(30);
    }

    [Fact]
    public async Task GetAsync_CancelledWhileTheCallerArrives_SendsNothingAndDelaysNoOther()
    {
        var time = new InterruptingClock();
        using var graph = new FakeGraph(Answers.Presences);
        graph.Options.TimeProvider = time;
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromMinutes(1) });

        foreach (string id in Samples.Ids(30))
        {
            using var leaver = new CancellationTokenSource();
            time.Look = leaver.Cancel;
            Task<LoadedPresence> left = loader.GetAsync(Samples.Adele, leaver.Token);
            time.Look = static () => { };
            await LeftAsync(left, leaver.Token);
            await Task.Yield();
            (await loader.GetAsync(id, Test.Token).BoundedAsync()).Presence!.Id.Should().Be(id);
        }

        graph.Requests.Select(request => request.Ids.Single()).Should().Equal(Samples.Ids(30));
    }

    [Fact]
    public async Task GetAsync_AllOfARequestLeave_CancelsIt()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        (HeldRequest request, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, (Samples.Alex, leaver.Token), (Samples.Megan, leaver.Token));
        await leaver.CancelAsync();

        await request.Cancelled;
        foreach (Task<LoadedPresence> call in calls)
        {
            await LeftAsync(call, leaver.Token);
        }
    }

    [Fact]
    public async Task GetAsync_AllOfOneUserLeave_TheRequestGoesOnForTheOther()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        (HeldRequest request, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, (Samples.Alex, leaver.Token), (Samples.Megan, Test.Token));
        await leaver.CancelAsync();
        await LeftAsync(calls[0], leaver.Token);
        request.IsCancelled.Should().BeFalse();
        request.AnswerAll();

        (await calls[1].BoundedAsync()).Presence!.Id.Should().Be(Samples.Megan);
    }

    [Fact]
    public async Task GetAsync_GatheredUserWhomAllLeave_IsNotSent()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();
        string[] ids = Samples.Ids(650);

        _ = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest first = await graph.NextAsync();
        Task<LoadedPresence> left = loader.GetAsync(ids[0], leaver.Token);
        Task<LoadedPresence>[] stayed = [.. ids.Skip(1).Take(648).Select(id => loader.GetAsync(id, Test.Token))];
        await leaver.CancelAsync();
        await LeftAsync(left, leaver.Token);

        // One place is free again, so this call, the 650th, fits into the request and does not fill it.
        stayed = [.. stayed, loader.GetAsync(ids[649], Test.Token)];
        first.AnswerAll();
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();
        await Task.WhenAll(stayed).BoundedAsync();

        second.Ids.Should().BeEquivalentTo(ids[1..650]);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task GetAsync_SomeGatheredLeave_TheOthersAreSent(int first, int second)
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();
        string[] ids = Samples.Ids(4);
        CancellationTokenSource[] callers = [.. ids.Select(_ => new CancellationTokenSource())];

        _ = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest underWay = await graph.NextAsync();
        Task<LoadedPresence>[] calls = [.. ids.Select((id, n) => loader.GetAsync(id, callers[n].Token))];
        foreach (int leaver in (int[])[first, second])
        {
            await callers[leaver].CancelAsync();
            await LeftAsync(calls[leaver], callers[leaver].Token);
        }

        underWay.AnswerAll();

        (await graph.NextAsync()).Ids.Should().BeEquivalentTo(ids.Where((_, n) => n != first && n != second));
        Array.ForEach(callers, caller => caller.Dispose());
    }

    [Fact]
    public async Task GetAsync_AllGatheredLeave_NothingIsSentForThem()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> adele = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest first = await graph.NextAsync();
        Task<LoadedPresence> left = loader.GetAsync(Samples.Alex, leaver.Token);
        await leaver.CancelAsync();
        await LeftAsync(left, leaver.Token);
        graph.Time.Advance(TimeSpan.FromMinutes(1));
        first.AnswerAll();
        await adele.BoundedAsync();
        Task<LoadedPresence> megan = loader.GetAsync(Samples.Megan, Test.Token);
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();
        await megan.BoundedAsync();

        second.Ids.Should().Equal(Samples.Megan);
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_AfterAllHaveLeft_SendsAgain()
    {
        using var graph = FakeGraph.Holding();
        graph.Script = request => graph.Hold(request, ignoreCancellation: true);
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> left = loader.GetAsync(Samples.Adele, leaver.Token);
        HeldRequest first = await graph.NextAsync();
        await leaver.CancelAsync();
        await LeftAsync(left, leaver.Token);
        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, Test.Token);

        // The first request does not end and delays no other: nothing is gathered, and no time passes.
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();
        (await call.BoundedAsync()).Presence.Should().NotBeNull();
        first.Answer(Answers.Json(Samples.Page()));
        Task<LoadedPresence> third = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).AnswerAll();
        (await third.BoundedAsync()).Presence.Should().NotBeNull();
    }

    [Fact]
    public async Task GetAsync_AgainWhileTheRequestGoesOnForAnother_GetsTheAnswerOfItsOwnRequest()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromMinutes(1) });

        (HeldRequest former, Task<LoadedPresence>[] calls) =
            await graph.GatherAsync(loader, (Samples.Alex, leaver.Token), (Samples.Megan, Test.Token));
        await leaver.CancelAsync();
        await LeftAsync(calls[0], leaver.Token);
        Task<LoadedPresence> again = loader.GetAsync(Samples.Alex, Test.Token);
        former.Answer(Answers.Json(Samples.Page(Samples.Presence(Samples.Megan))));
        await calls[1].BoundedAsync();
        HeldRequest own = await graph.NextAsync();
        Task<LoadedPresence> joining = loader.GetAsync(Samples.Alex, Test.Token);
        own.AnswerAll();

        own.Ids.Should().Equal(Samples.Alex);
        (await Task.WhenAll(again, joining).BoundedAsync()).Should().OnlyContain(p => p.Presence!.Id == Samples.Alex);
        graph.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task GetAsync_Answered_LeavesNothingOnTheToken()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(Samples.Presence())));
        using var caller = new CancellationTokenSource();

        WeakReference call = await CallAsync(graph.Client.Presences.CreateLoader(), caller.Token);

        await Task.Run(() => CollectAsync(call), Test.Token).BoundedAsync();
    }

    private static async Task<WeakReference> CallAsync(PresenceLoader loader, CancellationToken token)
    {
        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, token);
        await call.BoundedAsync();
        return new WeakReference(call);
    }

    // The loader itself may hold the call a moment longer.
    private static async Task CollectAsync(WeakReference call)
    {
        while (call.IsAlive)
        {
            Test.Token.ThrowIfCancellationRequested();
            GC.Collect();
            await Task.Yield();
        }
    }

    private static async Task LeftAsync(Task call, CancellationToken token) =>
        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(token);
}
