using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>Callers that require an answer from after a moment.</summary>
public sealed class NotBeforeTests
{
    private static readonly PresenceLoaderOptions Remembering = new() { MaxAge = TimeSpan.FromMinutes(10) };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task GetAsync_UserIsBeingRead_WaitsForAReadOfItsOwn(int secondsLater)
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> before = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest underWay = await graph.NextAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(secondsLater));
        Task<LoadedPresence> fresh = loader.GetAsync(Samples.Adele, graph.Time.GetUtcNow(), Test.Token);
        underWay.AnswerAll();
        await before.BoundedAsync();
        fresh.IsCompleted.Should().BeFalse();
        (await graph.NextAsync()).Answer(Answers.Json(Samples.Page(Entry("new"))));

        (await fresh.BoundedAsync()).Presence!.SequenceNumber.Should().Be("new");
        (await before).Presence!.SequenceNumber.Should().NotBe("new");
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_ReadThatIsNotSentYet_IsJoined()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        _ = loader.GetAsync(Samples.Megan, Test.Token);
        HeldRequest other = await graph.NextAsync();
        Task<LoadedPresence>[] calls =
        [
            loader.GetAsync(Samples.Adele, Test.Token),
            loader.GetAsync(Samples.Adele, graph.Time.GetUtcNow(), Test.Token),
            loader.GetAsync(Guid.Parse(Samples.Adele), graph.Time.GetUtcNow(), Test.Token),
            loader.GetAsync(Guid.Parse(Samples.Adele), Test.Token),
        ];
        other.AnswerAll();
        HeldRequest joined = await graph.NextAsync();
        joined.AnswerAll();

        await Task.WhenAll(calls).BoundedAsync();
        joined.Ids.Should().Equal(Samples.Adele);
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_ReadThatBeganLater_IsJoined()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> first = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest underWay = await graph.NextAsync();
        DateTimeOffset earlier = graph.Time.GetUtcNow().AddTicks(-1);
        Task<LoadedPresence> second = loader.GetAsync(Samples.Adele, earlier, Test.Token);
        underWay.AnswerAll();

        await Task.WhenAll(first, second).BoundedAsync();
        graph.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task GetAsync_RememberedAnswer_IsGivenIfItsReadBeganLater()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(Remembering);

        Task<LoadedPresence> first = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest request = await graph.NextAsync();
        DateTimeOffset duringTheRead = graph.Time.GetUtcNow().AddSeconds(1);
        graph.Time.Advance(TimeSpan.FromSeconds(2));
        request.AnswerAll();
        LoadedPresence remembered = await first.BoundedAsync();

        (await loader.GetAsync(Samples.Adele, FakeGraph.Start.AddTicks(-1), Test.Token)).Should().BeSameAs(remembered);
        Task<LoadedPresence> fresh = loader.GetAsync(Samples.Adele, duringTheRead, Test.Token);
        (await graph.NextAsync()).AnswerAll();
        (await fresh.BoundedAsync()).ReadAt.Should().BeOnOrAfter(duringTheRead);
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_EarlierReadEndsLast_NeitherEndsTheLaterNorIsRemembered()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(Remembering);

        Task<LoadedPresence> old = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest slow = await graph.NextAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(1));
        Task<LoadedPresence> fresh = loader.GetAsync(Samples.Adele, graph.Time.GetUtcNow(), Test.Token);
        graph.Time.Advance(TimeSpan.FromSeconds(1));
        HeldRequest quick = await graph.NextAsync();
        Task<LoadedPresence> joining = loader.GetAsync(Samples.Adele, Test.Token);
        quick.Answer(Answers.Json(Samples.Page(Entry("new"))));
        await Task.WhenAll(fresh, joining).BoundedAsync();
        slow.Answer(Answers.Json(Samples.Page(Entry("old"))));
        await old.BoundedAsync();

        (await joining).Presence!.SequenceNumber.Should().Be("new");
        (await old).Presence!.SequenceNumber.Should().Be("old");
        (await loader.GetAsync(Samples.Adele, Test.Token)).Presence!.SequenceNumber.Should().Be("new");
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_EarlierReadEndsFirst_LeavesTheLaterPending()
    {
        using var graph = FakeGraph.Holding();
        using var leaver = new CancellationTokenSource();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> old = loader.GetAsync(Samples.Adele, leaver.Token);
        HeldRequest underWay = await graph.NextAsync();
        Task<LoadedPresence> fresh = loader.GetAsync(Samples.Adele, graph.Time.GetUtcNow(), Test.Token);
        await leaver.CancelAsync();
        await underWay.Cancelled;
        HeldRequest own = await graph.NextAsync();
        Task<LoadedPresence> joining = loader.GetAsync(Samples.Adele, Test.Token);
        own.AnswerAll();

        await Task.WhenAll(fresh, joining).BoundedAsync();
        await old.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_MomentInTheNearFuture_IsWaitedFor()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(Remembering);
        Task<LoadedPresence> before = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).AnswerAll();
        await before.BoundedAsync();

        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, FakeGraph.Start.AddSeconds(60), Test.Token);
        graph.Time.Advance(TimeSpan.FromSeconds(59));
        _ = loader.GetAsync(Samples.Alex, Test.Token);
        HeldRequest other = await graph.NextAsync();
        other.Ids.Should().Equal(Samples.Alex);
        other.AnswerAll();
        graph.Time.Advance(TimeSpan.FromSeconds(1));
        (await graph.NextAsync()).AnswerAll();

        (await call.BoundedAsync()).ReadAt.Should().BeOnOrAfter(FakeGraph.Start.AddSeconds(60));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    [InlineData(600_000_000, 60_000)]
    public async Task GetAsync_MomentInTheNearFuture_TakesOneTimer(long ticks, int milliseconds)
    {
        using var graph = new FakeGraph(Answers.Presences);
        PresenceLoader loader = graph.Presences.CreateLoader();
        graph.Time.Waits.Clear();

        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, FakeGraph.Start.AddTicks(ticks), Test.Token);
        graph.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await call.BoundedAsync();

        graph.Time.Waits.Should().Equal(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void GetAsync_NowOnADisposedClient_ThrowsFromTheCall()
    {
        using var graph = new FakeGraph();
        PresenceLoader loader = graph.Presences.CreateLoader();
        graph.Client.Dispose();

        loader.Invoking(l => { _ = l.GetAsync(Samples.Adele, FakeGraph.Start, Test.Token); }).Should()
            .Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task GetAsync_WaitingForAMoment_EndsWithItsToken()
    {
        using var graph = FakeGraph.Holding();
        using var caller = new CancellationTokenSource();

        Task call = graph.Presences.CreateLoader().GetAsync(Samples.Adele, FakeGraph.Start.AddSeconds(9), caller.Token);

        await call.ShouldEndByAsync(caller);
        graph.Requests.Should().HaveCount(0);
    }

    [Fact]
    public void GetAsync_MomentFarInTheFuture_IsRefused()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        foreach (DateTimeOffset moment in (DateTimeOffset[])
            [FakeGraph.Start.AddMinutes(1).AddTicks(1), DateTimeOffset.MaxValue])
        {
            loader.Invoking(l => { _ = l.GetAsync(Samples.Adele, moment, Test.Token); }).Should()
                .Throw<ArgumentOutOfRangeException>().WithParameterName("notBefore")
                .WithMessage("*ahead of the client's clock*at most a minute*");
        }
    }

    [Fact]
    public async Task GetAsync_ClockPutBack_TakesNothingOfBefore()
    {
        using var graph = FakeGraph.Holding();
        var time = new WallClock();
        graph.Options.TimeProvider = time;
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromDays(1) });

        Task<LoadedPresence> old = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest underWay = await graph.NextAsync();
        time.Back = TimeSpan.FromHours(1);
        Task<LoadedPresence> joining = loader.GetAsync(Samples.Adele, time.GetUtcNow().AddMinutes(-1), Test.Token);
        underWay.AnswerAll();
        await old.BoundedAsync();
        (await graph.NextAsync()).AnswerAll();
        await joining.BoundedAsync();

        graph.Requests.Should().HaveCount(2);
    }

    private static string Entry(string number) =>
        Samples.Presence().Replace("A0129311063", number, StringComparison.Ordinal);
}
