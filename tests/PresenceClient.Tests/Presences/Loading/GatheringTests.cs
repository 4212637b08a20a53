using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>Which calls share a request, and when it is sent.</summary>
public sealed class GatheringTests
{
    [Fact]
    public async Task GetAsync_NothingUnderWay_IsSentAtOnce()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest request = await graph.NextAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(3));
        request.AnswerAll();
        LoadedPresence adele = await call.BoundedAsync();

        request.Ids.Should().Equal(Samples.Adele);
        adele.Presence!.Id.Should().Be(Samples.Adele);
        adele.Presence.Availability.Should().Be(PresenceAvailability.Busy);
        adele.ReadAt.Should().Be(FakeGraph.Start.AddSeconds(3));
    }

    [Fact]
    public async Task GetAsync_WhileARequestIsUnderWay_GathersUntilNoneIs()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> adele = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest first = await graph.NextAsync();
        Task<LoadedPresence> alex = loader.GetAsync(Samples.Alex, Test.Token);
        Task<LoadedPresence> megan = loader.GetAsync(Samples.Megan, Test.Token);
        first.AnswerAll();
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();

        (await Task.WhenAll(adele, alex, megan).BoundedAsync()).Select(p => p.Presence!.Id)
            .Should().Equal(Samples.Adele, Samples.Alex, Samples.Megan);
        second.Ids.Should().Equal(Samples.Alex, Samples.Megan);
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_SameUserInAnotherCase_JoinsWhatIsUnderWayAndWhatIsGathered()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> sent = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest first = await graph.NextAsync();
        Task<LoadedPresence>[] calls =
        [
            sent,
            loader.GetAsync(Samples.Adele.ToUpperInvariant(), Test.Token),
            loader.GetAsync(Samples.Alex, Test.Token),
            loader.GetAsync(Samples.Alex.ToUpperInvariant(), CancellationToken.None),
            loader.GetAsync(Samples.Alex, CancellationToken.None),
        ];
        first.AnswerAll();
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();

        (await Task.WhenAll(calls).BoundedAsync()).Select(p => p.Presence!.Id).Should().Equal(
            Samples.Adele, Samples.Adele, Samples.Alex, Samples.Alex, Samples.Alex);
        second.Ids.Should().Equal(Samples.Alex);
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_650Gathered_AreSentWhileAnotherRequestIsUnderWay()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();
        string[] ids = Samples.Ids(652);

        Task<LoadedPresence> hanging = loader.GetAsync(ids[0], Test.Token);
        await graph.NextAsync();
        Task<LoadedPresence>[] calls = [.. ids.Skip(1).Select(id => loader.GetAsync(id, Test.Token))];
        HeldRequest full = await graph.NextAsync();
        full.AnswerAll();
        await Task.WhenAll(calls[..650]).BoundedAsync();

        full.Ids.Should().BeEquivalentTo(ids[1..651], o => o.WithStrictOrdering());
        hanging.IsCompleted.Should().BeFalse();
        calls[650].IsCompleted.Should().BeFalse();
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_650BeforeTheRequestIsCreated_AreOneRequest()
    {
        using var graph = FakeGraph.Holding();
        using var created = new ManualResetEventSlim();
        int caller = Environment.CurrentManagedThreadId;
        void WaitOnThePool()
        {
            if (Environment.CurrentManagedThreadId != caller)
            {
                created.Wait(Test.Token);
            }
        }

        // The thread pool looks at the clock before it creates the request.
        graph.Options.TimeProvider = new InterruptingClock { Look = WaitOnThePool };
        PresenceLoader loader = graph.Presences.CreateLoader();
        string[] ids = Samples.Ids(650);

        Task<LoadedPresence>[] calls = [.. ids.Select(id => loader.GetAsync(id, Test.Token))];
        created.Set();
        HeldRequest request = await graph.NextAsync();
        request.AnswerAll();
        await Task.WhenAll(calls).BoundedAsync();
        _ = loader.GetAsync(Samples.Adele, Test.Token);

        request.Ids.Should().BeEquivalentTo(ids, o => o.WithStrictOrdering());
        (await graph.NextAsync()).Ids.Should().Equal(Samples.Adele);
    }

    [Fact]
    public async Task GetAsync_10000AtOnce_AreAtMost17Requests()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence>[] calls = [.. Samples.Ids(10_000).Select(id => loader.GetAsync(id, Test.Token))];
        List<HeldRequest> requests = [];
        while (requests.Sum(r => r.Ids.Count) < calls.Length)
        {
            HeldRequest request = await graph.NextAsync();
            requests.Add(request);
            request.AnswerAll();
        }

        (await Task.WhenAll(calls).BoundedAsync()).Select(p => p.Presence!.Id).Should()
            .BeEquivalentTo(Samples.Ids(10_000), o => o.WithStrictOrdering());
        requests.Should().HaveCountLessThanOrEqualTo(17).And.OnlyContain(r => r.Ids.Count <= 650);
        graph.Requests.Should().HaveCount(requests.Count);
    }

    [Fact]
    public async Task GetAsync_ARequestHangs_DelaysOthersForMaxGatherTime()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxGatherTime = TimeSpan.FromSeconds(1) });

        Task<LoadedPresence> hanging = loader.GetAsync(Samples.Adele, Test.Token);
        await graph.NextAsync();
        Task<LoadedPresence> alex = loader.GetAsync(Samples.Alex, Test.Token);
        graph.Time.Advance(TimeSpan.FromSeconds(0.999));
        Task<LoadedPresence> megan = loader.GetAsync(Samples.Megan, Test.Token);
        graph.Time.Advance(TimeSpan.FromSeconds(0.001));
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();
        await Task.WhenAll(alex, megan).BoundedAsync();

        second.Ids.Should().Equal(Samples.Alex, Samples.Megan);
        hanging.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task GetAsync_GatheredAfterTheTimeRanOutOnce_GathersAsLongAgain()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        _ = loader.GetAsync(Samples.Adele, Test.Token);
        await graph.NextAsync();
        foreach (string id in (string[])[Samples.Alex, Samples.Megan])
        {
            _ = loader.GetAsync(id, Test.Token);
            graph.Time.Advance(TimeSpan.FromMilliseconds(250));
            (await graph.NextAsync()).Ids.Should().Equal(id);
        }
    }

    [Fact]
    public async Task GetAsync_UserLeftOutByService_HasNoPresence()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page()));

        LoadedPresence nobody = await graph.Client.Presences.CreateLoader().GetAsync(Samples.Adele, Test.Token);

        nobody.Should().Be(new LoadedPresence { Presence = null, ReadAt = FakeGraph.Start });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("adele@contoso.com")]
    [InlineData(" 22222222-2222-4222-8222-222222222222")]
    [InlineData("0x111111-1111-4111-8111-11111111111a")]
    public async Task GetAsync_ValueThatIsNotAnObjectId_IsRefused(string? id)
    {
        using var graph = new FakeGraph();

        string message = (await graph.Client.Presences.CreateLoader().Awaiting(l => l.GetAsync(id!, Test.Token))
            .Should().ThrowExactlyAsync<ArgumentException>()).WithParameterName(nameof(id)).Which.Message;

        message.Should().Contain("GetUserAsync");
        if (id is not null)
        {
            message.Should().NotContain(id);
        }

        graph.Requests.Should().BeEmpty();
    }
}
