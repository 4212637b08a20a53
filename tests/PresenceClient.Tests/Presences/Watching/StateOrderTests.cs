using PresenceClient.Presences.Watching;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>Which of two states of a user counts.</summary>
public sealed class StateOrderTests
{
    private static readonly DateTimeOffset Noon = FakeGraph.Start;

    [Theory]
    [InlineData("A2", "A1", "Newer")]
    [InlineData("A1", "A2", "LowerNumber")]
    [InlineData("A10", "A9", "LowerNumber")] // Ordinal, never as numbers.
    [InlineData("a1", "A2", "Newer")]
    public void Compare_BothHaveNumbers_TheGreaterCounts(string number, string known, string expected) =>
        Compare(number, Read(3), known, Read(2)).ToString().Should().Be(expected);

    [Fact]
    public void Compare_GreaterNumber_CountsWhateverTheTimes()
    {
        Compare("A2", Read(1), "A1", Read(2)).Should().Be(Precedence.Newer);
        Compare("A2", Report(3, Noon.AddHours(-1)), "A1", Read(2)).Should().Be(Precedence.Newer);
    }

    [Fact]
    public void Compare_LowerNumberOfAnEarlierMoment_IsNoSignThatTheNumbersWereSetBack()
    {
        Compare("A1", Read(1), "A2", Read(2)).Should().Be(Precedence.Earlier);
        Compare("A1", Report(3, Noon.AddMinutes(-10)), "A2", Read(2)).Should().Be(Precedence.Earlier);
    }

    [Fact]
    public void Compare_ClockSetBackBetweenTwoReads_TheOneThatBeganLaterCounts()
    {
        Compare(null, Read(1), null, Read(2, Noon.AddHours(-1))).Should().Be(Precedence.Earlier);
        Compare(null, Read(2, Noon.AddHours(-1)), null, Read(1)).Should().Be(Precedence.Newer);
    }

    [Fact]
    public void Compare_ClockSetBackAfterAReport_LaterReadsCount() =>
        Compare(null, Read(3, Noon.AddHours(-1)), null, Report(2, Noon)).Should().Be(Precedence.Newer);

    [Theory]
    [InlineData("A1", "A1")]
    [InlineData(null, "A1")]
    [InlineData("A1", null)]
    [InlineData(null, null)]
    public void Compare_NoNumberDecides_TheReadThatBeganLaterCounts(string? number, string? known)
    {
        Compare(number, Read(3), known, Read(2)).Should().Be(Precedence.Newer);
        Compare(number, Read(1), known, Read(2)).Should().Be(Precedence.Earlier);
    }

    [Fact]
    public void Compare_UserLeftOut_CountsByTheOrderOfReads()
    {
        StateOrder.Compare(null, Read(3), Presence("A9"), Read(2)).Should().Be(Precedence.Newer);
        StateOrder.Compare(null, Read(1), Presence("A9"), Read(2)).Should().Be(Precedence.Earlier);
        StateOrder.Compare(Presence("A1"), Read(3), null, Read(2)).Should().Be(Precedence.Newer);
    }

    [Theory]
    [InlineData("A9", "A1", 5)]
    [InlineData("A9", "A1", 0)]
    [InlineData(null, null, 5)]
    public void Compare_ReadThatBeganBeforeTheReport_NeverCounts(string? number, string? known, int seconds) =>
        Compare(number, Read(1), known, Report(2, Noon.AddSeconds(seconds))).Should().Be(Precedence.Earlier);

    [Fact]
    public void Compare_ReadThatBeganAfterTheReport_Counts()
    {
        Compare(null, Read(3), null, Report(2, Noon)).Should().Be(Precedence.Newer);
        Compare("A1", Read(3), "A1", Report(2, Noon)).Should().Be(Precedence.Newer);
    }

    [Fact]
    public void Compare_ReadThatBeganAfterTheReportedMoment_CountsThoughTheReportCameLater() =>
        Compare(null, Read(1, Noon.AddSeconds(2)), null, Report(2, Noon)).Should().Be(Precedence.Newer);

    [Fact]
    public void Compare_Report_CountsUnlessTheReadBeganLater()
    {
        Compare(null, Report(2, Noon), null, Read(1)).Should().Be(Precedence.Newer);
        Compare(null, Report(2, Noon.AddSeconds(-1)), null, Read(1)).Should().Be(Precedence.Earlier);
        Compare("A2", Report(2, Noon.AddSeconds(-1)), "A1", Read(1)).Should().Be(Precedence.Newer);
    }

    private static Precedence Compare(string? number, Observation at, string? known, Observation knownAt) =>
        StateOrder.Compare(Presence(number), at, Presence(known), knownAt);

    private static UserPresence Presence(string? number) => new() { Id = Samples.Adele, SequenceNumber = number };

    private static Observation Read(long order, DateTimeOffset? since = null) => new(order, since ?? Noon, Noon);

    private static Observation Report(long order, DateTimeOffset at) => new(order, at, at, IsReport: true);
}
