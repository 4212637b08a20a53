using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>A hold of one user's session, on a clock that stands still, against the emulator.</summary>
public sealed class HoldTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Available_InEightHours_NeverFades()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.Available, TimeSpan.FromHours(4));
        List<string> seen = [];

        for (int minute = 0; minute < 8 * 60; minute++)
        {
            await tenant.Clock.PassAsync(Minute, Step);
            seen.Add(await tenant.SeenAsync());
        }

        seen.Distinct().Should().Equal("Available/Available");
        tenant.Sets.Should().Be(1 + (8 * 60 / 4), "it is renewed every 4 minutes");
    }

    [Fact]
    public async Task Available_OfAShortExpiry_IsRenewedAfterAThirdOfIt()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.Available, 6 * Minute);

        await tenant.Clock.PassAsync(6 * Minute, Step);

        tenant.Sets.Should().Be(1 + 3);
    }

    [Fact]
    public async Task CallOfTwoHours_NeverLapsesAndEndsWithTheBlock()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        List<PresenceHoldState> states = [];
        CancellationToken lost;
        await using (PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromMinutes(30)))
        {
            lost = hold.Lost;
            await tenant.Clock.PassAsync(TimeSpan.FromHours(2), Step, () => states.Add(hold.State));
            (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        }

        states.Distinct().Should().Equal(PresenceHoldState.Held);
        tenant.Sets.Should().Be(1 + (120 / 10), "it is renewed after a third of the expiry");
        lost.IsCancellationRequested.Should().BeFalse();
        tenant.Clears.Should().Be(1);
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Crash_LeavesTheStateUntilItsExpiry()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromMinutes(5));

        tenant.Client.Dispose(); // Nothing is sent any more, as after a crash.
        tenant.Clock.Advance(TimeSpan.FromMinutes(4.9));
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        tenant.Clock.Advance(TimeSpan.FromMinutes(0.2));

        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Theory]
    [InlineData(429, "300")]
    [InlineData(503, null)]
    [InlineData(504, null)]
    public async Task Renewal_DuringTenMinutesOfOutage_Survives(int status, string? retryAfter)
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromHours(1));
        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(19.5), Step);
        List<PresenceHoldState> states = [];

        using (tenant.Fail(status, retryAfter))
        {
            await tenant.Clock.PassAsync(10 * Minute, Step, () => states.Add(hold.State));
            hold.Failure.Should().BeAssignableTo<PresenceException>();
        }

        await tenant.Clock.PassAsync(5 * Minute, Step);
        states.Distinct().Should().Equal(PresenceHoldState.Held, PresenceHoldState.Retrying);
        (hold.State, hold.Failure, hold.Lost.IsCancellationRequested)
            .Should().Be((PresenceHoldState.Held, null, false));
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task OutageLongerThanTheExpiry_LapsesOnTimeAndComesBackByItself()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.Presenting, TimeSpan.FromMinutes(6));
        InjectedFault outage = tenant.Fail(503);

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(6) - Step, Step);
        (hold.State, hold.Lost.IsCancellationRequested).Should().Be((PresenceHoldState.Retrying, false));
        await tenant.Clock.PassAsync(Step, Step);
        hold.State.Should().Be(PresenceHoldState.Lapsed);
        await Cancelled(hold.Lost).BoundedAsync();
        hold.ValidUntil.Should().Be(HeldTenant.Start.AddMinutes(6));
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");

        outage.Dispose();
        await tenant.Clock.PassAsync(Minute, Step);
        (hold.State, hold.Failure).Should().Be((PresenceHoldState.Held, null));
        (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Renewal_ThatIsRefused_EndsTheHoldWithTheReason(int status)
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromMinutes(15));
        using InjectedFault fault = tenant.Fail(status);

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(6), Step);

        (hold.State, hold.ValidUntil).Should().Be((PresenceHoldState.Refused, null));
        ((int?)hold.Failure.Should().BeAssignableTo<PresenceException>().Which.StatusCode).Should().Be(status);
        await Cancelled(hold.Lost).BoundedAsync();
        int requests = tenant.Requests().Count();
        await tenant.Clock.PassAsync(TimeSpan.FromHours(1), Minute);
        tenant.Requests().Should().HaveCount(requests, "a refusal is final");
        FluentActions.Invoking(() => { _ = hold.ChangeAsync(SessionPresence.Away); })
            .Should().Throw<InvalidOperationException>().WithMessage("*rejected*HoldAsync*");
    }

    [Fact]
    public async Task FirstSet_ThatFails_ThrowsAndHoldsNothing()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        using (tenant.Fail(503))
        {
            await tenant.Awaiting(t => t.HoldAsync(SessionPresence.InACall)).Should().ThrowAsync<PresenceException>();
        }

        await tenant.Clock.IdleAsync();
        await tenant.Clock.PassAsync(TimeSpan.FromHours(1), Minute);
        tenant.Sets.Should().Be(1);
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task FirstSet_WhoseAnswerIsLost_IsClearedAgain()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        using (tenant.Graph.InjectFault(EmulatorFault.DropConnection(afterWork: true) with { Path = "*/setPresence" }))
        {
            await tenant.Awaiting(t => t.HoldAsync(SessionPresence.InACall)).Should().ThrowAsync<PresenceException>();
        }

        await tenant.Clock.IdleAsync();
        tenant.Clears.Should().Be(1);
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task RenewalInFlight_IsFinishedBeforeTheClear()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromMinutes(15));
        using InjectedFault slow = tenant.Graph.InjectFault(
            EmulatorFault.Slow(TimeSpan.FromSeconds(20)) with { Path = "*/setPresence" });
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        await tenant.Clock.WaitingAsync(TimeSpan.FromSeconds(20));

        Task<bool> ending = hold.EndAsync(Test.Token);
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        tenant.Clears.Should().Be(0, "the renewal is under way");
        tenant.Clock.Advance(TimeSpan.FromSeconds(20));

        (await ending.BoundedAsync()).Should().BeTrue();
        tenant.Requests().Select(r => r.Path.Split('/')[^1]).Should()
            .Equal("setPresence", "setPresence", "clearPresence");
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
        hold.State.Should().Be(PresenceHoldState.Ended);
        (await hold.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse("it has ended");
        FluentActions.Invoking(() => { _ = hold.ChangeAsync(SessionPresence.Away); })
            .Should().Throw<InvalidOperationException>().WithMessage("The hold has ended*HoldAsync*");
    }

    [Fact]
    public async Task Change_ShowsAtOnceAndIsRenewed()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);

        await hold.ChangeAsync("Busy", "InAConferenceCall", Test.Token).BoundedAsync();
        (await tenant.SeenAsync()).Should().Be("Busy/InAConferenceCall");
        await tenant.Clock.PassAsync(TimeSpan.FromHours(1), Step);

        (await tenant.SeenAsync()).Should().Be("Busy/InAConferenceCall");
        await hold.ChangeAsync(SessionPresence.Available, Test.Token).BoundedAsync();
        int sets = tenant.Sets;
        await tenant.Clock.PassAsync(8 * Minute, Step);
        (tenant.Sets - sets).Should().Be(2, "Available is renewed every 4 minutes");
    }

    [Fact]
    public async Task End_DuringAnOutage_ThrowsAndIsRetriedInTheBackground()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        using (tenant.Fail(503))
        {
            await hold.Awaiting(h => h.EndAsync(Test.Token).BoundedAsync()).Should().ThrowAsync<PresenceException>();
            hold.State.Should().Be(PresenceHoldState.Ended);
            (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        }

        await tenant.Clock.PassAsync(Minute, Step);
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Disposal_DuringAnOutage_DoesNotThrow()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        using InjectedFault fault = tenant.Fail(503);

        await hold.DisposeAsync().AsTask().BoundedAsync();
        await hold.DisposeAsync().AsTask().BoundedAsync();

        hold.State.Should().Be(PresenceHoldState.Ended);
        (await hold.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse("it has ended");
    }

    [Fact]
    public async Task Disposal_WhileTheServiceHangs_TakesFiveSeconds()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        using InjectedFault fault = tenant.Graph.InjectFault(
            EmulatorFault.Slow(TimeSpan.FromSeconds(20)) with { Path = "*/clearPresence" });

        Task disposal = hold.DisposeAsync().AsTask();
        await tenant.Clock.WaitingAsync(TimeSpan.FromSeconds(20));
        tenant.Clock.Advance(TimeSpan.FromSeconds(4.9));
        disposal.IsCompleted.Should().BeFalse();
        tenant.Clock.Advance(TimeSpan.FromSeconds(0.1));

        await disposal.BoundedAsync();
    }

    [Fact]
    public async Task SessionThatIsGone_EndsAsFalse()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        await tenant.Client.Users[tenant.Id].Session.ClearAsync(Test.Token);

        (await hold.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Change_RepeatedAfterAFailure_IsSentAgain()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        Func<Task> change = () => hold.ChangeAsync(SessionPresence.Presenting, Test.Token).BoundedAsync();
        using (tenant.Fail(503))
        {
            await change.Should().ThrowAsync<PresenceException>();
            await change.Should().ThrowAsync<PresenceException>("the state is still not set");
        }

        await change();
        (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");
    }

    [Fact]
    public async Task Lapse_WhoseTimerRingsEarly_IsStillReportedOnTime()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        tenant.Clock.LapseTimersAreEarlyBy = TimeSpan.FromMilliseconds(4);
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromMinutes(15));
        using InjectedFault hung = tenant.Graph.InjectFault(
            EmulatorFault.Slow(TimeSpan.FromMinutes(1)) with { Path = "*/setPresence" });

        // The attempts never end: only the timer can notice.
        tenant.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(4));
        hold.Lost.IsCancellationRequested.Should().BeFalse();
        tenant.Clock.Advance(TimeSpan.FromMilliseconds(4));

        (hold.State, hold.Lost.IsCancellationRequested).Should().Be((PresenceHoldState.Lapsed, true));
    }

    [Fact]
    public async Task Hold_StartedWithoutAFlowOfTheContext_IsHeld()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        Task<PresenceHold> holding;
        using (ExecutionContext.SuppressFlow())
        {
            holding = tenant.HoldAsync(SessionPresence.InACall);
        }

        await using PresenceHold hold = await holding;
        hold.State.Should().Be(PresenceHoldState.Held);
    }

    [Fact]
    public async Task Hold_OfADisposedClient_EndsWithTheReasonAndLeavesNothingPending()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        PresenceHold ended = await tenant.HoldAsync(SessionPresence.Presenting);

        tenant.Client.Dispose();
        await ended.DisposeAsync().AsTask().BoundedAsync();
        await tenant.Clock.IdleAsync();

        hold.State.Should().Be(PresenceHoldState.Refused);
        hold.Failure.Should().BeOfType<ObjectDisposedException>();
        await Cancelled(hold.Lost).BoundedAsync();
        await hold.DisposeAsync().AsTask().BoundedAsync();
    }

    [Fact]
    public async Task Hold_WithTheDefaultOptionsOnTheRealClock_SetsChangesAndEnds()
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync(cancellationToken: Test.Token);
        using HttpMessageHandler handler = graph.CreateHandler();
        using var client = new PresenceServiceClient(graph.CreateCredential(), new PresenceClientOptions
        {
            ApplicationId = graph.Application.ClientId,
            HttpMessageHandler = handler,
        });
        using InjectedFault fault = graph.InjectFault(
            EmulatorFault.Status(503) with { Path = "*/setPresence", Times = 1 });

        PresenceHold hold = await client.Users[graph.Users[0].Id].Session
            .HoldAsync(SessionPresence.InACall, cancellationToken: Test.Token).BoundedAsync();
        (hold.State, fault.Hits).Should().Be((PresenceHoldState.Held, 1), "the client retried the first set");
        hold.ValidUntil.Should().BeAfter(DateTimeOffset.UtcNow).And
            .BeOnOrBefore(DateTimeOffset.UtcNow + new PresenceHoldOptions().Expiry);
        await hold.ChangeAsync(SessionPresence.Presenting, Test.Token).BoundedAsync();

        (await hold.EndAsync(Test.Token).BoundedAsync()).Should().BeTrue();
        graph.Requests.Select(r => r.Path.Split('/')[^1]).Should()
            .Equal("setPresence", "setPresence", "setPresence", "clearPresence");
    }

    private static async Task Cancelled(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
