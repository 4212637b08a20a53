using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

/// <summary>Each page of a bulk read must bring something new; otherwise the read ends.</summary>
public sealed class EndlessPagesTests
{
    private static readonly string[] Ids = [Samples.Adele, Samples.Alex];

    private static readonly Dictionary<string, string> NoNews = new()
    {
        ["nothing"] = "",
        ["an id that came before"] = Samples.Presence(Samples.Adele),
        ["an id that came before, in another case"] = Samples.Presence(Samples.Adele.ToUpperInvariant()),
        ["an id that was not asked for"] = Samples.Presence(Samples.Megan),
        ["an entry that cannot be read"] = "null",
        ["a broken entry of an id that came before"] = $$"""{ "id": "{{Samples.Adele}}", "activity": 5 }""",
    };

    public static TheoryData<string> NoNewsNames { get; } = new(NoNews.Keys);

    [Theory]
    [MemberData(nameof(NoNewsNames))]
    public async Task GetAsync_PagesWithoutEnd_FailAtTheFirstThatBringsNothingNew(string what)
    {
        using FakeGraph graph = Endless(NoNews[what]);

        PresenceIncompleteException failure = (await graph.Client.Presences
            .Awaiting(p => p.GetAsync(Ids, Test.Token)).Should().ThrowAsync<PresenceIncompleteException>()).Which;

        failure.Message.Should().Contain("has nothing new").And.Contain("no end");
        failure.Operation.Should().Be("communications.getPresencesByUserId");
        failure.Result.Should().ContainSingle().Which.Id.Should().BeEquivalentTo(Samples.Adele);
        failure.Result.Failures.Should().ContainSingle().Which.Ids.Should().Equal(Samples.Alex);
        failure.Result.Missing.Should().BeEmpty();
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_EmptyPagesFromTheFirstOn_FailAfterOneRequest()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.PageBefore($"{Samples.Root}/page?n=1")));

        (await graph.FailAsync("communications.getPresencesByUserId")).Message.Should().Contain("has nothing new");
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ReadPagesAsync_PagesWithoutEnd_AreTheFailureOfTheirPage()
    {
        using FakeGraph graph = Endless("");

        PresencePage page = (await graph.Client.Presences.ReadPagesAsync(Ids, Test.Token).ToListAsync(Test.Token))
            .Should().ContainSingle().Which;

        page.Presences.Select(p => p.Id).Should().Equal(Samples.Adele);
        page.Failure!.Ids.Should().Equal(Samples.Alex);
    }

    [Fact]
    public async Task LoaderGetAsync_PagesWithoutEnd_FailTheCall()
    {
        using FakeGraph graph = Endless("");

        Task call = graph.Client.Presences.CreateLoader().GetAsync(Samples.Alex, Test.Token);

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<PresenceException>())
            .WithMessage("*has nothing new*");
        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_LastPageBringsNothingNew_IsNotAFailure()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore($"{Samples.Root}/page?n=1", Samples.Presence(Samples.Adele))),
            Answers.Json(Samples.Page()));

        PresenceReadResult result = await graph.Client.Presences.GetAsync(Ids, Test.Token);

        result.Should().ContainSingle();
        result.Missing.Should().Equal(Samples.Alex);
    }

    [Fact]
    public async Task GetAsync_OnePresenceToAPage_IsReadToTheEnd()
    {
        string[] ids = Samples.Ids(20);
        using var graph = new FakeGraph([.. ids.Select((id, n) => Answers.Json(n < ids.Length - 1
            ? Samples.PageBefore($"{Samples.Root}/page?n={n}", Samples.Presence(id))
            : Samples.Page(Samples.Presence(id))))]);

        (await graph.Client.Presences.GetAsync(ids, Test.Token)).Select(p => p.Id).Should().Equal(ids);
    }

    [Fact]
    public async Task GetAsync_TotalTimeout_CoversAChunkWithAllItsPages()
    {
        var standstill = new Standstill();
        using var body = ScriptedStream.Silent(standstill);
        using var graph = new FakeGraph();
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = TimeSpan.FromSeconds(100);
        graph.Answer(Answers.Json(Samples.PageBefore($"{Samples.Root}/page?n=1", Samples.Presence(Samples.Adele)))
            .After(() => graph.Time.Advance(TimeSpan.FromSeconds(60))));
        graph.Answer(Answers.Stream(body));

        Task call = graph.Client.Presences.GetAsync(Ids, Test.Token);
        await standstill.Reached;
        graph.Time.Advance(TimeSpan.FromSeconds(39.9));
        call.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromSeconds(0.1));

        PresenceIncompleteException failure = (await call.Awaiting(c => c.BoundedAsync()).Should()
            .ThrowAsync<PresenceIncompleteException>()).Which;
        failure.InnerException.Should().BeOfType<PresenceTimeoutException>().Which.Message.Should()
            .Contain("100 s").And.Contain("TotalTimeout");
        failure.Result.Select(p => p.Id).Should().Equal(Samples.Adele);
    }

    [Fact]
    public async Task GetAsync_SigningInForAPage_TakesNoTimeFromTheNext()
    {
        using var graph = new FakeGraph();
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = TimeSpan.FromSeconds(110);
        graph.Credential.Before = _ =>
        {
            graph.Time.Advance(TimeSpan.FromSeconds(100));
            return Task.CompletedTask;
        };
        graph.Answer(Answers.Json(Samples.PageBefore($"{Samples.Root}/page?n=1", Samples.Presence(Samples.Adele)))
            .After(() => graph.Time.Advance(TimeSpan.FromSeconds(60))));
        graph.Answer(Answers.Json(Samples.Page(Samples.Presence(Samples.Alex)))
            .After(() => graph.Time.Advance(TimeSpan.FromSeconds(40))));

        (await graph.Client.Presences.GetAsync(Ids, Test.Token)).Should().HaveCount(2);
    }

    // A page with a presence, and then pages that link to each other without end.
    private static FakeGraph Endless(string entry) => new(
    [
        Answers.Json(Samples.PageBefore($"{Samples.Root}/page?n=1", Samples.Presence(Samples.Adele))),
        .. Enumerable.Range(2, 20).Select(n => Answers.Json(Samples.PageBefore($"{Samples.Root}/page?n={n}", entry))),
    ]);
}
