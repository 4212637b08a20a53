using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>Each verdict on a session, in a tenant where it is true.</summary>
public sealed class ExplainTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(4);

    [Theory, EachTransport]
    public async Task ExplainAsync_SessionShows_IsVisible(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        var user = new Explained(tenant);

        foreach (SessionPresence intended in Enum.GetValues<SessionPresence>())
        {
            await user.Own.SetAsync(intended, Long, Test.Token);

            PresenceExplanation explanation = await user.Own.ExplainAsync(intended, Test.Token);

            explanation.Verdict.Should().Be(PresenceVerdict.Visible);
            explanation.PossibleCauses.Should().BeEmpty();
            explanation.Seen.Id.Should().Be(user.Person.Id);
        }
    }

    [Fact]
    public async Task ExplainAsync_UserAppearsOffline_SaysSoUntilItEnds()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        await user.Own.SetAsync(SessionPresence.InACall, Long, Test.Token);
        user.Person.JoinCall();
        user.Person.AppearOffline(TimeSpan.FromHours(1));

        (await user.VerdictAsync(SessionPresence.InACall)).Should().Be(PresenceVerdict.AppearsOffline);
        tenant.Clock.Advance(TimeSpan.FromHours(1));
        (await user.VerdictAsync(SessionPresence.InACall)).Should().Be(PresenceVerdict.Visible);
    }

    [Fact]
    public async Task ExplainAsync_UserChoseBeRightBack_SaysThatItIsPreferred()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        await user.Own.SetAsync(SessionPresence.Presenting, Long, Test.Token);
        await user.Preferred.SetAsync(PreferredPresence.BeRightBack, null, Test.Token);

        (await user.VerdictAsync(SessionPresence.Presenting)).Should().Be(PresenceVerdict.PreferredPresence);
        await user.Preferred.ClearAsync(Test.Token);
        (await user.VerdictAsync(SessionPresence.Presenting)).Should().Be(PresenceVerdict.Visible);
    }

    [Fact]
    public async Task ExplainAsync_OtherApplicationTeamsClientOrMeetingIsHigher_SaysSoUntilItEnds()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        await user.Own.SetAsync(SessionPresence.Available, Long, Test.Token);

        await user.Other.SetAsync(SessionPresence.InACall, Long, Test.Token);
        (await user.VerdictAsync(SessionPresence.Available)).Should().Be(PresenceVerdict.HigherSession);
        await user.Other.ClearAsync(Test.Token);
        user.Person.StartPresenting(TeamsDevice.Mobile);
        (await user.VerdictAsync(SessionPresence.Available)).Should().Be(PresenceVerdict.HigherSession);
        user.Person.EndTeamsClient();
        user.Person.AddMeeting(Tenant.Start, Tenant.Start.AddHours(1));
        (await user.VerdictAsync(SessionPresence.Available)).Should().Be(PresenceVerdict.HigherSession);
        user.Person.ClearCalendar();
        (await user.VerdictAsync(SessionPresence.Available)).Should().Be(PresenceVerdict.Visible);
    }

    [Fact]
    public async Task ExplainAsync_AvailableNotRenewed_HasFadedAfterFiveMinutesAndMayHaveAfterTen()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        await user.Own.SetAsync(SessionPresence.Available, Long, Test.Token);

        List<PresenceVerdict> verdicts = [];
        foreach (double minutes in (double[])[4.99, 0.01, 4.99, 0.01])
        {
            tenant.Clock.Advance(TimeSpan.FromMinutes(minutes));
            verdicts.Add(await user.VerdictAsync(SessionPresence.Available));
        }

        PresenceExplanation away = await user.Own.ExplainAsync(SessionPresence.Available, Test.Token);
        await user.Own.SetAsync(SessionPresence.Available, Long, Test.Token);
        verdicts.Add(await user.VerdictAsync(SessionPresence.Available));

        verdicts.Should().Equal(PresenceVerdict.Visible, PresenceVerdict.Faded, PresenceVerdict.Faded,
            PresenceVerdict.CannotTell, PresenceVerdict.Visible);
        away.PossibleCauses.Should().Contain(PresenceVerdict.Faded);
    }

    [Fact]
    public async Task ExplainAsync_NeverSetExpiredOrCleared_SaysThatThereIsNoSession()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        List<PresenceVerdict> verdicts = [];

        await ExplainAsync();
        await user.Own.SetAsync(SessionPresence.InACall, TimeSpan.FromMinutes(5), Test.Token);
        await ExplainAsync();
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        await ExplainAsync();
        await user.Own.SetAsync(SessionPresence.InACall, Long, Test.Token);
        await user.Own.ClearAsync(Test.Token);
        await ExplainAsync();

        verdicts.Should().Equal(PresenceVerdict.NoSession, PresenceVerdict.Visible, PresenceVerdict.NoSession,
            PresenceVerdict.NoSession);

        async Task ExplainAsync() =>
            verdicts.Add(await user.VerdictAsync(SessionPresence.InACall));
    }

    [Fact]
    public async Task ExplainAsync_LowerStateThatNobodyChooses_SaysThatThereIsNoSession()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        await user.Other.SetAsync(SessionPresence.InAConferenceCall, Long, Test.Token);

        (await user.VerdictAsync(SessionPresence.Presenting)).Should().Be(PresenceVerdict.NoSession);
    }

    [Fact]
    public async Task ExplainAsync_WriteNotVisibleYet_SaysThatTooOfNoSession()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        tenant.Graph.InjectFault(EmulatorFault.DelayedWrites(TimeSpan.FromMinutes(2)));
        await user.Own.SetAsync(SessionPresence.InACall, Long, Test.Token);

        PresenceExplanation early = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        PresenceExplanation late = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);

        early.Verdict.Should().Be(PresenceVerdict.NoSession);
        early.Sentence.Should().Contain("or the write is not visible yet");
        late.Verdict.Should().Be(PresenceVerdict.Visible);
    }

    [Fact]
    public async Task ExplainAsync_AvailableAndOutOfOffice_SaysSo_AndACallShowsAllTheSame()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        user.Person.SetOutOfOffice();
        await user.Own.SetAsync(SessionPresence.Available, Long, Test.Token);

        (await user.VerdictAsync(SessionPresence.Available)).Should().Be(PresenceVerdict.OutOfOffice);
        await user.Own.SetAsync(SessionPresence.InACall, Long, Test.Token);
        (await user.VerdictAsync(SessionPresence.InACall)).Should().Be(PresenceVerdict.Visible);
    }

    [Fact]
    public async Task ExplainAsync_TwoCausesOfOneAnswer_CannotTellWhich()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        user.Person.BecomeAvailable();
        PresenceExplanation expired = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);
        await user.Own.SetAsync(SessionPresence.InACall, Long, Test.Token);
        await user.Preferred.SetAsync(PreferredPresence.Available, null, Test.Token);
        PresenceExplanation preferred = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);

        foreach (PresenceExplanation explanation in (PresenceExplanation[])[expired, preferred])
        {
            explanation.Verdict.Should().Be(PresenceVerdict.CannotTell);
            explanation.PossibleCauses.Should().Equal(PresenceVerdict.PreferredPresence, PresenceVerdict.NoSession);
        }

        preferred.Sentence.Should().Be(expired.Sentence);
    }

    [Fact]
    public async Task ExplainAsync_DoNotDisturbChosenOrFocusing_CannotTellWhichButNotThatTheSessionIsOver()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        await user.Own.SetAsync(SessionPresence.InACall, Long, Test.Token);
        await user.Preferred.SetAsync(PreferredPresence.DoNotDisturb, null, Test.Token);
        PresenceExplanation preferred = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);
        await user.Preferred.ClearAsync(Test.Token);
        user.Person.StartFocusing();
        PresenceExplanation focusing = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);

        preferred.PossibleCauses.Should()
            .Equal(PresenceVerdict.PreferredPresence, PresenceVerdict.HigherSession).And
            .Equal(focusing.PossibleCauses);
        focusing.Verdict.Should().Be(PresenceVerdict.CannotTell).And.Be(preferred.Verdict);
    }

    [Fact]
    public async Task ExplainAsync_NothingDocumentedIsSeen_CannotTellAndNamesNoCause()
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        var user = new Explained(tenant);
        user.Person.SetTeamsClient("DoNotDisturb", "UrgentInterruptionsOnly");

        PresenceExplanation undocumented = await user.Own.ExplainAsync(SessionPresence.InACall, Test.Token);
        PresenceExplanation unknown = await tenant.AsApplication().Users[Guid.NewGuid().ToString()].Session
            .ExplainAsync(SessionPresence.InACall, Test.Token);

        undocumented.Should().BeEquivalentTo(new
        {
            Verdict = PresenceVerdict.CannotTell,
            PossibleCauses = Array.Empty<PresenceVerdict>(),
        });
        unknown.Verdict.Should().Be(PresenceVerdict.CannotTell);
        unknown.Sentence.Should().Contain("does not know the user");
    }

    [Theory, EachTransport]
    public async Task ExplainAsync_OfMe_ReadsTheOwnPresenceWithPresenceRead(EmulatorTransport transport)
    {
        await using Tenant tenant = await Tenant.StartAsync(transport);
        var user = new Explained(tenant);
        SessionClient me = tenant.AsUser(user.Person, "Presence.Read").Me.Session;
        user.Person.GoAway();

        (await me.ExplainAsync("Away", "Away", Test.Token)).Verdict.Should().Be(PresenceVerdict.Visible);
        tenant.Graph.Requests[^1].Path.Should().EndWith("/me/presence");
    }

    [Fact]
    public async Task ExplainAsync_WithoutAnApplicationId_Works()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Options.ApplicationId = null;

        (await graph.Client.Users[Samples.Adele].Session.ExplainAsync(SessionPresence.InACall, Test.Token)).Verdict
            .Should().Be(PresenceVerdict.Visible);
    }

    /// <summary>A user without a session, and what two applications can do about it.</summary>
    private sealed class Explained
    {
        public Explained(Tenant tenant)
        {
            Person = tenant.Graph.Users[3];
            Person.EndTeamsClient();
            UserClient user = tenant.AsApplication().Users[Person.Id];
            (Own, Preferred) = (user.Session, user.Preferred);
            Other = tenant.AsApplication("Presence.ReadWrite.All").Users[Person.Id].Session;
        }

        public EmulatedUser Person { get; }

        public SessionClient Own { get; }

        public SessionClient Other { get; }

        public PreferredPresenceClient Preferred { get; }

        public async Task<PresenceVerdict> VerdictAsync(SessionPresence intended) =>
            (await Own.ExplainAsync(intended, Test.Token)).Verdict;
    }
}
