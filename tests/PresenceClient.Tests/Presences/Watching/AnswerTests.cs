using System.Text;
using PresenceClient.Presences.Watching;
using PresenceClient.Serialization;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Answers for a page whose users or states change between its reads.</summary>
public sealed class AnswerTests
{
    private static readonly DateTimeOffset Noon = FakeGraph.Start;

    private readonly WatchState _state = new(Noon, coveredInterval: TimeSpan.FromMinutes(1));

    [Fact]
    public void TryTake_OneEntryChanged_TakesTheAnswer()
    {
        ReadWhole(Add(Samples.Adele, Samples.Alex), Page(Entry(Samples.Adele), Entry(Samples.Alex)));
        PageReading reading = Begin();

        bool isTaken = _state.TryTake(
            reading, Page(Entry(Samples.Adele), Entry(Samples.Alex, "Busy")), Noon.AddSeconds(2));

        isTaken.Should().BeTrue();
        Known(Samples.Alex).Should().BeEquivalentTo(
            new { Presence = new { AvailabilityText = "Busy" }, ReadAt = Noon.AddSeconds(2) });
        _state.ReadingOf(Samples.Adele).Should().BeNull("the answer was taken");
    }

    [Fact]
    public void TryTake_AnswerInAnotherOrderThanTheRequest_IsCompared()
    {
        ReadWhole(Add(Samples.Adele, Samples.Alex), Page(Entry(Samples.Alex), Entry(Samples.Adele)));

        bool isTaken = _state.TryTake(Begin(), Page(Entry(Samples.Alex, "Busy"), Entry(Samples.Adele)), Noon);

        isTaken.Should().BeTrue();
        Known(Samples.Alex).Presence!.AvailabilityText.Should().Be("Busy");
        Known(Samples.Adele).Presence!.AvailabilityText.Should().Be("Available");
    }

    [Fact]
    public void TryTake_UserRemovedMeanwhile_TheUserWhoTakesThePlaceHasItsEntry()
    {
        ReadWhole(
            Add(Samples.Adele, Samples.Alex, Samples.Megan),
            Page(Entry(Samples.Adele), Entry(Samples.Alex), Entry(Samples.Megan)));
        PageReading reading = Begin();
        _state.Remove([Samples.Adele]);

        bool isTaken = _state.TryTake(
            reading, Page(Entry(Samples.Adele), Entry(Samples.Alex), Entry(Samples.Megan, "Busy")), Noon);

        isTaken.Should().BeTrue();
        Known(Samples.Megan).Presence!.Should().BeEquivalentTo(
            new { Id = Samples.Megan, AvailabilityText = "Busy" });
        Begin().Ids.Should().Equal(Samples.Megan, Samples.Alex);
    }

    [Fact]
    public void TryTake_UserAddedDuringTheReadBefore_IsMissingIfTheSameAnswerComesAgain()
    {
        PageReading first = Add(Samples.Adele);
        _state.Add([Samples.Alex]);
        ReadWhole(first, Page(Entry(Samples.Adele)));

        _state.TryTake(Begin(), Page(Entry(Samples.Adele)), Noon).Should().BeTrue();

        Known(Samples.Alex).State.Should().Be(WatchedPresenceState.Missing);
    }

    [Fact]
    public void Take_UserRemovedMeanwhile_DoesNotMixItsStateWithAnother()
    {
        PageReading reading = Add(Samples.Adele, Samples.Alex);
        _state.Remove([Samples.Alex]);

        ReadWhole(reading, Page(Entry(Samples.Adele), Entry(Samples.Alex, "Busy")), seconds: 2);

        WatchedPresence known = Known(Samples.Adele);
        known.Presence!.Id.Should().Be(Samples.Adele);
        known.ReadAt.Should().Be(Noon.AddSeconds(2), "the answer was read then");
    }

    [Fact]
    public void Take_UserRemovedAndAddedAgainMeanwhile_IsNotTheUserWhoWasAskedFor()
    {
        PageReading reading = Add(Samples.Adele, Samples.Alex);
        _state.Remove([Samples.Alex]);
        _state.Add([Samples.Alex]);

        ReadWhole(reading, Page(Entry(Samples.Adele), Entry(Samples.Alex, "Busy")));

        Known(Samples.Adele).State.Should().Be(WatchedPresenceState.Known);
        Known(Samples.Alex).State.Should().Be(WatchedPresenceState.NotRead, "the answer can be older than the removal");
        _state.TryTake(Begin(), Page(Entry(Samples.Adele), Entry(Samples.Alex, "Busy")), Noon).Should().BeTrue();
        Known(Samples.Alex).Presence!.AvailabilityText.Should().Be("Busy");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Take_SameBytesAfterAReport_OverwriteIt(bool isWhole)
    {
        ReadWhole(Add(Samples.Adele), Page(Entry(Samples.Adele)));
        _state.Report(new() { Id = Samples.Adele, AvailabilityText = "Busy" }, Noon);
        PageReading reading = Begin();
        reading.Page.KeptIds.Should().Equal(Samples.Adele);

        if (isWhole)
        {
            ReadWhole(reading, Page(Entry(Samples.Adele)));
        }
        else
        {
            _state.TryTake(reading, Page(Entry(Samples.Adele)), Noon).Should().BeTrue();
        }

        Known(Samples.Adele).Presence!.AvailabilityText.Should().Be("Available");
        reading.Page.KeptIds.Should().BeEmpty("the image has the state");
    }

    [Fact]
    public void TryTake_EntryOfAUserRemovedMeanwhile_IsReadAsAWhole()
    {
        ReadWhole(Add(Samples.Adele, Samples.Alex), Page(Entry(Samples.Adele), Entry(Samples.Alex)));
        PageReading reading = Begin();
        _state.Remove([Samples.Alex]);

        bool isTaken = _state.TryTake(reading, Page(Entry(Samples.Adele), Entry(Samples.Alex, "Busy")), Noon);

        isTaken.Should().BeFalse();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("A1", "A9")]
    public void Take_ReadThatBeganBeforeAReportOfParts_DoesNotOverwriteIt(string? known, string? read)
    {
        ReadWhole(Add(Samples.Adele), Page(Entry(Samples.Adele, number: known)));
        PageReading reading = Begin();

        _state.Report(Samples.Adele, "Away", null, Noon, out UserPresence? merged).Should().BeTrue();
        ReadWhole(reading, Page(Entry(Samples.Adele, "Busy", read)));

        merged!.AvailabilityText.Should().Be("Away");
        Known(Samples.Adele).Presence!.AvailabilityText.Should().Be("Away");
    }

    [Fact]
    public void Report_OfPartsOlderThanTheKnownState_IsIgnored()
    {
        ReadWhole(Add(Samples.Adele), Page(Entry(Samples.Adele)));

        bool isComplete = _state.Report(
            Samples.Adele, "Away", null, Noon.AddSeconds(-1), out UserPresence? merged);

        (isComplete, merged).Should().Be((true, null));
        Known(Samples.Adele).Presence!.AvailabilityText.Should().Be("Available");
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void BeginSweep_CoveredPage_IsDueAfterTheCoveredInterval(int seconds, bool isDue)
    {
        _state.SetInterval(TimeSpan.FromSeconds(10));
        _state.Cover(new WatchCover([Samples.Adele]));
        ReadWhole(Add(Samples.Adele), Page(Entry(Samples.Adele)));

        (List<WatchPage> pages, int urgent) = _state.BeginSweep(Noon.AddSeconds(seconds));

        (pages.Count, urgent).Should().Be((isDue ? 1 : 0, 0));
    }

    [Fact]
    public void CountStale_RejectedState_CountsTheKnownOneUntilTheUserIsRemoved()
    {
        _state.SetInterval(TimeSpan.FromSeconds(10));
        ReadWhole(
            Add(Samples.Adele, Samples.Alex), Page(Entry(Samples.Adele, number: "A5"), Entry(Samples.Alex)));
        ReadWhole(
            Begin(), Page(Entry(Samples.Adele, "Busy", "A4"), Entry(Samples.Alex)), seconds: 20);

        int before = _state.CountStale(Noon.AddSeconds(35));
        _state.Remove([Samples.Adele]);

        before.Should().Be(1);
        _state.CountStale(Noon.AddSeconds(35)).Should().Be(0);
    }

    [Fact]
    public void ReadingOf_UserNotWatched_IsNull()
    {
        PageReading reading = Add(Samples.Adele);

        _state.ReadingOf(Samples.Alex).Should().BeNull();
        _state.ReadingOf(Samples.Adele).Should().BeSameAs(reading.Ended);
    }

    [Fact]
    public void WholeAnswer_MoreThanOnePage_IsNotComparable()
    {
        string[] ids = [Samples.Adele, Samples.Alex];
        var answer = new WholeAnswer(ids);
        List<bool> comparable = [];
        foreach (string id in ids)
        {
            byte[] page = Page(Entry(id));
            answer.Add(
                page, PageReader.ReadPresences(page, new IdPlaces(ids), located: true).Items, failures: null!);
            comparable.Add(answer.IsComparable);
        }

        comparable.Should().Equal(true, false);
    }

    private static string Entry(string id, string availability = "Available", string? number = null) =>
        WatchedTenant.Entry(id, availability, availability, number);

    private static byte[] Page(params string[] entries) => Encoding.UTF8.GetBytes(Samples.Page(entries));

    private PageReading Add(params string[] ids)
    {
        _state.Add(ids);
        return Begin();
    }

    private PageReading Begin() => _state.Begin(_state.BeginSweep(Noon).Pages.Single(), Noon);

    private void ReadWhole(PageReading reading, byte[] utf8, int seconds = 0)
    {
        var answer = new WholeAnswer(reading.Ids);
        answer.Add(
            utf8, PageReader.ReadPresences(utf8, new IdPlaces(reading.Ids), located: true).Items, failures: null!);
        answer.End();
        _state.Take(reading, answer, Noon.AddSeconds(seconds));
        _state.End(reading, failure: null);
    }

    private WatchedPresence Known(string id)
    {
        _state.TryGet(id, Noon, out WatchedPresence? known).Should().BeTrue();
        return known!;
    }
}
