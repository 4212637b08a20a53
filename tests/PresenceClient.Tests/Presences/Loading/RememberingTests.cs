using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>MaxAge and Capacity decide which answers are cached.</summary>
public sealed class RememberingTests
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task GetAsync_YoungerThanMaxAge_IsAnsweredWithoutARequest()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = MaxAge });

        LoadedPresence first = await ReadAsync(graph, loader, Samples.Adele);
        graph.Time.Advance(MaxAge - TimeSpan.FromTicks(1));
        LoadedPresence second = await loader.GetAsync(Samples.Adele.ToUpperInvariant(), Test.Token).BoundedAsync();
        graph.Time.Advance(TimeSpan.FromTicks(1));
        LoadedPresence third = await ReadAsync(graph, loader, Samples.Adele);

        second.Should().BeSameAs(first);
        first.ReadAt.Should().Be(FakeGraph.Start);
        third.ReadAt.Should().Be(FakeGraph.Start + MaxAge);
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_NoMaxAge_RemembersNothing()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        await ReadAsync(graph, loader, Samples.Adele);
        await ReadAsync(graph, loader, Samples.Adele);

        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_UserLeftOutByService_IsRememberedAsSuch()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = MaxAge });

        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).Answer(Answers.Json(Samples.Page()));
        await call.BoundedAsync();

        (await loader.GetAsync(Samples.Adele, Test.Token).BoundedAsync()).Presence.Should().BeNull();
        graph.Requests.Should().HaveCount(1);
        graph.Time.Advance(MaxAge);
        (await ReadAsync(graph, loader, Samples.Adele)).Presence.Should().NotBeNull();
    }

    [Fact]
    public async Task GetAsync_MoreThanCapacity_ForgetsTheOldest()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = MaxAge, Capacity = 2 });

        await ReadAsync(graph, loader, Samples.Adele);
        await ReadAsync(graph, loader, Samples.Alex);
        graph.Time.Advance(MaxAge);

        // Adele is read again, so Alex's answer is the oldest.
        await ReadAsync(graph, loader, Samples.Adele);
        await ReadAsync(graph, loader, Samples.Megan);
        await loader.GetAsync(Samples.Adele, Test.Token).BoundedAsync();
        await loader.GetAsync(Samples.Megan, Test.Token).BoundedAsync();
        graph.Requests.Should().HaveCount(4);
        await ReadAsync(graph, loader, Samples.Alex);
        await ReadAsync(graph, loader, Samples.Adele);
        graph.Requests.Should().HaveCount(6);
    }

    [Fact]
    public async Task GetAsync_ClockPutBack_SendsAgain()
    {
        using var graph = FakeGraph.Holding();
        var time = new WallClock();
        graph.Options.TimeProvider = time;
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = MaxAge });

        await ReadAsync(graph, loader, Samples.Adele);
        time.Back = MaxAge;
        await ReadAsync(graph, loader, Samples.Adele);

        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_LookedAtTheClockJustBeforeTheAnswerCame_IsAnsweredWithoutARequest()
    {
        using var graph = FakeGraph.Holding();
        var time = new WallClock();
        graph.Options.TimeProvider = time;
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = MaxAge });

        LoadedPresence first = await ReadAsync(graph, loader, Samples.Adele);
        time.Back = TimeSpan.FromMilliseconds(1);

        (await loader.GetAsync(Samples.Adele, Test.Token).BoundedAsync()).Should().BeSameAs(first);
        graph.Requests.Should().HaveCount(1);
    }

    private static async Task<LoadedPresence> ReadAsync(FakeGraph graph, PresenceLoader loader, string id)
    {
        Task<LoadedPresence> call = loader.GetAsync(id, Test.Token);
        (await graph.NextAsync()).AnswerAll();
        return await call.BoundedAsync();
    }
}
