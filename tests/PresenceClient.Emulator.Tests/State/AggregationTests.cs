using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Tests.State;

public sealed class AggregationTests
{
    private static readonly DateTime Now = TestTenant.Start.UtcDateTime;

    [Theory]
    [InlineData("DoNotDisturb", "Presenting", "Busy", "InACall")]
    [InlineData("Busy", "InACall", "BusyIdle", "Busy")]
    [InlineData("BusyIdle", "Busy", "Available", "Available")]
    [InlineData("Available", "Available", "Available", "AvailableInactive")]
    [InlineData("Available", "AvailableInactive", "BeRightBack", "BeRightBack")]
    [InlineData("AvailableIdle", "Inactive", "BeRightBack", "BeRightBack")]
    [InlineData("BeRightBack", "BeRightBack", "Away", "Away")]
    [InlineData("Away", "Away", "Offline", "OffWork")]
    public void Read_TwoSessions_TheHigherIsShownWhicheverIsLater(
        string high, string highActivity, string low, string lowActivity)
    {
        var higher = new EmulatedPair(high, highActivity);
        var lower = new EmulatedPair(low, lowActivity);

        Show(higher, lower).Should().Be(higher);
        Show(lower, higher).Should().Be(higher);
    }

    [Fact]
    public void Read_EqualSessions_TheLaterSetIsShown()
    {
        Show(EmulatedPair.InACall, EmulatedPair.InAConferenceCall).Should().Be(EmulatedPair.InAConferenceCall);
        Show(EmulatedPair.InAConferenceCall, EmulatedPair.InACall).Should().Be(EmulatedPair.InACall);
    }

    [Fact]
    public void Read_SessionRenewed_CountsAsTheLaterSet()
    {
        EmulatedPresence presence = Presences.Start(Now);
        presence.SetApplication(Now, "a", EmulatedPair.InACall, 60);
        presence.SetApplication(Now, "b", EmulatedPair.InAConferenceCall, 60);
        presence.SetApplication(Now, "A", EmulatedPair.InACall, 60);

        presence.PairAt(Now).Should().Be(EmulatedPair.InACall);
    }

    [Fact]
    public void Read_HigherSessionExpires_TheOneBelowShows()
    {
        EmulatedPresence presence = Presences.Start(Now);
        presence.SetTeams(Now, "", EmulatedPair.Available);
        presence.SetApplication(Now, "a", EmulatedPair.Presenting, 30);

        presence.PairAt(Now.AddMinutes(29)).Should().Be(EmulatedPair.Presenting);
        presence.PairAt(Now.AddMinutes(30)).Should().Be(EmulatedPair.Available);
    }

    [Fact]
    public void Read_ClockSetBack_TimeDoesNotRunBackwards()
    {
        EmulatedPresence presence = Presences.Start(Now);
        presence.SetApplication(Now, "a", EmulatedPair.Away, 5);
        presence.Read(Now.AddMinutes(5));

        presence.PairAt(Now).Should().Be(EmulatedPair.Offline);
    }

    private static EmulatedPair Show(EmulatedPair first, EmulatedPair second)
    {
        EmulatedPresence presence = Presences.Start(Now);
        presence.SetApplication(Now, "first", first, 5);
        presence.SetTeams(Now, "second", second);
        return presence.PairAt(Now);
    }
}
