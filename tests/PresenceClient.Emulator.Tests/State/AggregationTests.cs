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
        var higher = new PresencePair(high, highActivity);
        var lower = new PresencePair(low, lowActivity);

        Show(higher, lower).Should().Be(higher);
        Show(lower, higher).Should().Be(higher);
    }

    [Fact]
    public void Read_EqualSessions_TheLaterSetIsShown()
    {
        Show(PresencePair.InACall, PresencePair.InAConferenceCall).Should().Be(PresencePair.InAConferenceCall);
        Show(PresencePair.InAConferenceCall, PresencePair.InACall).Should().Be(PresencePair.InACall);
    }

    [Fact]
    public void Read_SessionRenewed_CountsAsTheLaterSet()
    {
        var presence = new UserPresence(Now);
        presence.Change(Now, it => it.SetSession(SessionKind.Application, "a", PresencePair.InACall, TimeSpan.FromHours(1)));
        presence.Change(Now, it => it.SetSession(SessionKind.Application, "b", PresencePair.InAConferenceCall, TimeSpan.FromHours(1)));
        presence.Change(Now, it => it.SetSession(SessionKind.Application, "A", PresencePair.InACall, TimeSpan.FromHours(1)));

        presence.Read(Now).Visible.Pair.Should().Be(PresencePair.InACall);
    }

    [Fact]
    public void Read_HigherSessionExpires_TheOneBelowShows()
    {
        var presence = new UserPresence(Now);
        presence.Change(Now, it => it.SetSession(SessionKind.TeamsClient, "", PresencePair.Available));
        presence.Change(Now, it => it.SetSession(SessionKind.Application, "a", PresencePair.Presenting, TimeSpan.FromMinutes(30)));

        presence.Read(Now.AddMinutes(29)).Visible.Pair.Should().Be(PresencePair.Presenting);
        presence.Read(Now.AddMinutes(30)).Visible.Pair.Should().Be(PresencePair.Available);
    }

    [Fact]
    public void Read_ClockSetBack_TimeDoesNotRunBackwards()
    {
        var presence = new UserPresence(Now);
        presence.Change(Now, it => it.SetSession(SessionKind.Application, "a", PresencePair.Away, TimeSpan.FromMinutes(5)));
        presence.Read(Now.AddMinutes(5));

        presence.Read(Now).Visible.Pair.Should().Be(PresencePair.Offline);
    }

    private static PresencePair Show(PresencePair first, PresencePair second)
    {
        var presence = new UserPresence(Now);
        presence.Change(Now, it => it.SetSession(SessionKind.Application, "first", first, TimeSpan.FromMinutes(5)));
        presence.Change(Now, it => it.SetSession(SessionKind.TeamsClient, "second", second));
        return presence.Read(Now).Visible.Pair;
    }
}
