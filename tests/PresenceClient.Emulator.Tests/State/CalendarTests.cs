namespace PresenceClient.Emulator.Tests.State;

public sealed class CalendarTests
{
    private static readonly DateTimeOffset Start = TestTenant.Start;

    [Theory]
    [InlineData(9, "Available/Available")]
    [InlineData(10, "Busy/InAMeeting")]
    [InlineData(39, "Busy/InAMeeting")]
    [InlineData(40, "Available/Available")]
    public async Task Meeting_ShowsWhileItLasts(int minutes, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();
        user.AddMeeting(Start.AddMinutes(10), Start.AddMinutes(40));

        tenant.Advance(minutes);

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Theory]
    [InlineData(false, "Offline/Offline")]
    [InlineData(true, "Busy/InAMeeting")]
    public async Task Meeting_WithoutASession_ShowsOnlyIfTheOptionSaysSo(bool option, string pair)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(o => o.MeetingNeedsNoSession = option);
        EmulatedUser user = tenant.BlankUser();

        user.AddMeeting(Start, Start.AddMinutes(30));

        (await tenant.ReadAsync(user)).Pair.Should().Be(pair);
    }

    [Fact]
    public async Task Meeting_BelowPresentingAndPreference_AboveAway()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.GoAway();
        user.AddMeeting(Start, Start.AddHours(1));

        (await tenant.ReadAsync(user)).Pair.Should().Be("Busy/InAMeeting");
        user.StartPresenting();
        (await tenant.ReadAsync(user)).Pair.Should().Be("DoNotDisturb/Presenting");
        user.PreferPresence("BeRightBack");
        (await tenant.ReadAsync(user)).Pair.Should().Be("BeRightBack/BeRightBack");
    }

    [Theory]
    [InlineData(false, "Busy/InAMeeting", "Busy/InAConferenceCall")]
    [InlineData(true, "Busy/InACall", "Busy/InAMeeting")]
    public async Task Meeting_AndCall_TheOneThatBeganLaterShows(bool earlierWins, string onStart, string onJoining)
    {
        await using TestTenant tenant = await TestTenant.StartAsync(o => o.EarlierSessionWinsTie = earlierWins);
        EmulatedUser user = tenant.BlankUser();
        user.JoinCall();
        user.AddMeeting(Start.AddMinutes(5), Start.AddMinutes(35));

        tenant.Advance(5);
        (await tenant.ReadAsync(user)).Pair.Should().Be(onStart);
        tenant.Advance(1);
        user.JoinConferenceCall();
        (await tenant.ReadAsync(user)).Pair.Should().Be(onJoining);
    }

    [Fact]
    public async Task Calendar_Cleared_HasNoMeeting()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.BlankUser();
        user.BecomeAvailable();
        user.AddMeeting(Start, Start.AddHours(1));
        user.AddOutOfOfficeEvent(Start, Start.AddHours(1));

        user.ClearCalendar();

        (await tenant.ReadAsync(user)).Pair.Should().Be("Available/Available");
    }

    [Fact]
    public async Task Meeting_OverBeforeItBegins_IsRefused()
    {
        await using TestTenant tenant = await TestTenant.StartAsync();
        EmulatedUser user = tenant.Emulator.Users[0];

        user.Invoking(it => it.AddMeeting(Start, Start)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("end");
        user.Invoking(it => it.AddOutOfOfficeEvent(Start, Start.AddTicks(-1))).Should()
            .Throw<ArgumentOutOfRangeException>();
        user.Invoking(it => it.PlanOutOfOffice(Start, Start, null)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
