using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class ReadPagesTests
{
    private static readonly string[] Ids = Samples.Ids(2_000);

    [Fact]
    public async Task ReadPagesAsync_All_HoldsEachIdInOnePage()
    {
        using var graph = new FakeGraph(static request => Answers.PresencesOf(request.Ids.Where(id => id != Ids[5])));

        List<PresencePage> pages = await graph.Presences.ReadPagesAsync(Ids, Test.Token).ToListAsync(Test.Token);

        pages.Should().HaveCount(4).And.OnlyContain(p => p.Failure == null);
        pages.SelectMany(p => p.Missing).Should().Equal(Ids[5]);
        pages.SelectMany(p => p.Presences).Select(p => p.Id).Order().Should()
            .Equal(Ids.Where(id => id != Ids[5]).Order());
    }

    [Fact]
    public async Task ReadPagesAsync_SlowRequest_DelaysNoOtherPage()
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => request.Ids[0] == Ids[0]
            ? Answers.Presences(request).After(gate.PassAsync)
            : Answers.Presences(request));

        List<string> firstIds = [];
        await foreach (PresencePage page in graph.Presences.ReadPagesAsync(Ids, Test.Token))
        {
            firstIds.Add(page.Presences[0].Id);
            if (firstIds.Count == 3)
            {
                gate.Open();
            }
        }

        firstIds.Should().HaveCount(4).And.HaveElementAt(3, Ids[0]);
    }

    [Fact]
    public async Task ReadPagesAsync_FailureOfARequest_IsInItsPage()
    {
        using var graph = new FakeGraph(static request => request.Ids[0] == Ids[650]
            ? Answers.Error(HttpStatusCode.ServiceUnavailable)
            : Answers.Presences(request));

        List<PresencePage> pages = await graph.Presences.ReadPagesAsync(Ids, Test.Token).ToListAsync(Test.Token);

        PresencePage failed = pages.Should().ContainSingle(p => p.Failure != null).Which;
        failed.Presences.Should().BeEmpty();
        failed.Missing.Should().BeEmpty();
        failed.Failure!.Ids.Should().Equal(Ids[650..1_300]);
        pages.Sum(p => p.Presences.Count).Should().Be(1_350);
    }

    [Fact]
    public async Task ReadPagesAsync_Refusal_IsThrown()
    {
        using var graph = new FakeGraph(static _ => Answers.Error(HttpStatusCode.Forbidden));

        await graph.Presences.Awaiting(p => p.ReadPagesAsync(Ids, Test.Token).ToListAsync(Test.Token).AsTask())
            .Should().ThrowAsync<PresenceAccessDeniedException>();
    }

    [Fact]
    public async Task ReadPagesAsync_LeftEarly_EndsWhatIsUnderWay()
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => request.Number > 1
            ? Answers.Presences(request).After(gate.PassAsync)
            : Answers.Presences(request));

        await foreach (PresencePage page in graph.Presences.ReadPagesAsync(Samples.Ids(6_500), Test.Token))
        {
            page.Presences.Should().HaveCount(650);
            break;
        }

        graph.Running.Should().Be(0);
        graph.Requests.Count.Should().BeLessThan(10);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadPagesAsync_Cancelled_ThrowsWithTheCallersToken(bool onTheEnumeration)
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => Answers.Presences(request).After(gate.PassAsync));
        using var caller = new CancellationTokenSource();

        IAsyncEnumerable<PresencePage> pages = onTheEnumeration
            ? graph.Presences.ReadPagesAsync(Ids, CancellationToken.None)
            : graph.Presences.ReadPagesAsync(Ids, caller.Token);
        Task reading = ReadAsync(pages, onTheEnumeration ? caller.Token : CancellationToken.None);
        await gate.ArrivedAsync(4);

        await reading.ShouldEndByAsync(caller);
        graph.Running.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadPagesAsync_TwoTokens_TheExceptionCarriesTheOneThatWasCancelled(bool parameter)
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => Answers.Presences(request).After(gate.PassAsync));
        using var cancelled = new CancellationTokenSource();
        using var other = new CancellationTokenSource();

        Task reading = ReadAsync(
            graph.Presences.ReadPagesAsync(Ids, (parameter ? cancelled : other).Token),
            (parameter ? other : cancelled).Token);
        await gate.ArrivedAsync(4);

        await reading.ShouldEndByAsync(cancelled);
        graph.Running.Should().Be(0);
    }

    [Fact]
    public async Task ReadPagesAsync_UsersWhoFailForDifferentReasons_AreInOnePageEach()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Page(
            Samples.Presence(Ids[0]),
            $$"""{ "id": "{{Ids[1]}}", "activity": 5 }""",
            $$"""{ "id": "{{Ids[2]}}", "availability": 5 }""")));

        List<PresencePage> pages =
            await graph.Client.Presences.ReadPagesAsync(Ids[..4], Test.Token).ToListAsync(Test.Token);

        pages.SelectMany(p => p.Presences).Select(p => p.Id).Should().Equal(Ids[0]);
        pages.SelectMany(p => p.Missing).Should().Equal(Ids[3]);
        pages.Select(p => p.Failure!.Ids.Single()).Should().Equal(Ids[1], Ids[2]);
        pages[0].Failure!.Exception.Message.Should().Contain("'activity'");
        pages[1].Failure!.Exception.Message.Should().Contain("'availability'");
    }

    [Fact]
    public async Task ReadPagesAsync_EnumeratedTwice_ReadsTwice()
    {
        using var graph = new FakeGraph(Answers.Presences);
        var reports = new Reports<PresenceReadProgress>();
        IAsyncEnumerable<PresencePage> pages = graph.Presences.ReadPagesAsync(
            Ids, new PresencePageOptions { Progress = reports }, Test.Token);

        await pages.CountAsync(Test.Token);
        await pages.CountAsync(Test.Token);

        graph.Requests.Should().HaveCount(8);
        reports.All.Should().OnlyContain(r => r.Done <= Ids.Length);
    }

    [Fact]
    public async Task ReadPagesAsync_NoIds_HasNoPage()
    {
        using var graph = new FakeGraph(Answers.Presences);

        (await graph.Presences.ReadPagesAsync([], Test.Token).CountAsync(Test.Token)).Should().Be(0);
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public void ReadPagesAsync_ValueThatIsNotAnObjectId_IsRefusedBeforeTheEnumeration()
    {
        using var graph = new FakeGraph(Answers.Presences);

        graph.Presences.Invoking(p => p.ReadPagesAsync([Ids[0], "adele@contoso.com"], Test.Token)).Should()
            .ThrowExactly<ArgumentException>().WithParameterName("ids").WithMessage("*index 1*GetUserAsync*");
    }

    private static async Task ReadAsync(IAsyncEnumerable<PresencePage> pages, CancellationToken cancellationToken)
    {
        await foreach (PresencePage page in pages.WithCancellation(cancellationToken))
        {
            page.Should().NotBeNull();
        }
    }
}
