using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>Retries of sessions, and requests whose effect is not known.</summary>
public sealed class HoldRetryTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("40", 40)]
    public async Task Retry_ComesWhenTheServiceAsksButNotWithinASecond(string retryAfter, int seconds)
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await tenant.HoldAsync(SessionPresence.InACall, FiveMinutes);
        using InjectedFault outage = tenant.Fail(503, retryAfter);
        await tenant.Clock.PassAsync(FiveMinutes / 3, FiveMinutes / 3);
        tenant.Sets.Should().Be(2);

        await tenant.Clock.PassAsync((seconds - 0.001) * Second, (seconds - 0.001) * Second);
        tenant.Sets.Should().Be(2);
        await tenant.Clock.PassAsync(0.001 * Second, Second);

        tenant.Sets.Should().Be(3);
    }

    [Fact]
    public async Task Retries_DuringAnOutage_BecomeRarer()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await tenant.HoldAsync(SessionPresence.InACall, FiveMinutes);
        using InjectedFault outage = tenant.Fail(503);
        tenant.Clock.Advance(FiveMinutes / 3);

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(3), Second);

        // After half to all of 1, 2, 4, 8, 16 and then 30 seconds.
        outage.Hits.Should().BeInRange(8, 20);
    }

    [Fact]
    public async Task State_DeclaredAgainDuringAnOutage_IsNotSentEarlier()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = default });
        using InjectedFault outage = tenant.Fail(503);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await tenant.Clock.IdleAsync();

        keeper.Set(tenant.Id, SessionPresence.InACall);
        await tenant.Clock.IdleAsync();

        tenant.Sets.Should().Be(1);
    }

    [Fact]
    public async Task FirstSet_CancelledWhileItWaitsForARetry_IsClearedAgain()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(configure: o => o.MaxRetries = 3);
        using InjectedFault lost = tenant.Graph.InjectFault(
            EmulatorFault.DropConnection(afterWork: true) with { Path = "*/setPresence", Times = 1 });
        using var caller = new CancellationTokenSource();
        Task<PresenceHold> holding = tenant.Client.Users[tenant.Id].Session.HoldAsync(
            SessionPresence.InACall, cancellationToken: caller.Token);
        await HeldTenant.UntilAsync(() => lost.Hits == 1);

        await holding.ShouldEndByAsync(caller);
        await tenant.Clock.IdleAsync();

        (tenant.Sets, tenant.Clears).Should().Be((1, 1));
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Change_WhoseAnswerIsLost_IsUndoneByTheStateBefore()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        using InjectedFault lost = tenant.Graph.InjectFault(
            EmulatorFault.DropConnection(afterWork: true) with { Path = "*/setPresence", Times = 1 });
        await hold.Awaiting(h => h.ChangeAsync(SessionPresence.Presenting, Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceException>();
        (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");

        await hold.ChangeAsync(SessionPresence.InACall, Test.Token).BoundedAsync();

        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task SecondHold_OfTheStateThatShowsDuringAnOutage_Starts()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await tenant.HoldAsync(SessionPresence.InACall);
        using InjectedFault outage = tenant.Fail(503);
        tenant.Clock.Advance(new PresenceHoldOptions().Expiry / 3);
        await HeldTenant.UntilAsync(() => outage.Hits == 1);
        await tenant.Clock.IdleAsync();

        PresenceHold second = await tenant.HoldAsync(SessionPresence.InACall);

        second.State.Should().Be(PresenceHoldState.Retrying);
    }

    [Fact]
    public async Task Change_ToTheStateThatLapsedJustNow_IsSent()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, FiveMinutes);
        using InjectedFault outage = tenant.Fail(503, "300");
        await tenant.Clock.PassAsync(FiveMinutes, FiveMinutes / 3);
        hold.State.Should().Be(PresenceHoldState.Lapsed);

        await hold.Awaiting(h => h.ChangeAsync(SessionPresence.InACall, Test.Token).BoundedAsync()).Should()
            .ThrowAsync<PresenceException>("it does not show");
    }

    [Fact]
    public async Task End_AfterTheSessionExpired_IsFalseWithoutARequest()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(
            configure: o => o.MaxRetryAfter = TimeSpan.FromHours(2));
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, FiveMinutes);
        using InjectedFault outage = tenant.Fail(503, "3600");
        await tenant.Clock.PassAsync(3 * FiveMinutes, FiveMinutes / 3);

        (await hold.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse();

        (tenant.Sets, tenant.Clears).Should().Be((2, 0));
    }

    [Fact]
    public async Task End_OfTheLongerOfTwoHoldsDuringAnOutage_IsRetriedUntilItsSessionExpires()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold shorter = await tenant.HoldAsync(SessionPresence.Presenting, FiveMinutes);
        PresenceHold longer = await tenant.HoldAsync(SessionPresence.InACall, TimeSpan.FromHours(1));
        using (tenant.Fail(503))
        {
            await longer.Awaiting(h => h.EndAsync(Test.Token).BoundedAsync()).Should().ThrowAsync<PresenceException>();
            await shorter.Awaiting(h => h.EndAsync(Test.Token).BoundedAsync()).Should()
                .ThrowAsync<PresenceException>();
            await tenant.Clock.PassAsync(2 * FiveMinutes, 10 * Second);
        }

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(1), 10 * Second);
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Hold_ThatAnotherHidesWhileItIsSet_StartsWhenItIsSet()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        using InjectedFault first = Slow(tenant, 20);
        using InjectedFault second = Slow(tenant, 21);
        Task<PresenceHold> hidden = tenant.HoldAsync(SessionPresence.InACall);
        await tenant.Clock.WaitingAsync(20 * Second);
        Task<PresenceHold> top = tenant.HoldAsync(SessionPresence.Presenting);

        tenant.Clock.Advance(20 * Second);
        await hidden.BoundedAsync();
        await tenant.Clock.WaitingAsync(21 * Second);
        top.IsCompleted.Should().BeFalse();
        tenant.Clock.Advance(21 * Second);

        (await top.BoundedAsync()).State.Should().Be(PresenceHoldState.Held);
    }

    [Fact]
    public async Task Change_WhileAnotherIsSent_EndsWhenTheLatestShows()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);
        using InjectedFault first = Slow(tenant, 20);
        using InjectedFault second = Slow(tenant, 21);
        Task earlier = hold.ChangeAsync(SessionPresence.Presenting, Test.Token);
        await tenant.Clock.WaitingAsync(20 * Second);
        Task later = hold.ChangeAsync(SessionPresence.Away, Test.Token);

        tenant.Clock.Advance(20 * Second);
        await tenant.Clock.WaitingAsync(21 * Second);
        later.IsCompleted.Should().BeFalse();
        tenant.Clock.Advance(21 * Second);

        await Task.WhenAll(earlier, later).BoundedAsync();
        (await tenant.SeenAsync()).Should().Be("Away/Away");
    }

    [Fact]
    public async Task Lapse_OfASessionThatWasCleared_IsNotReported()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(
            configure: o => (o.AttemptTimeout, o.TotalTimeout) = (199 * Second, Timeout.InfiniteTimeSpan));
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, FiveMinutes);
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        IAsyncEnumerable<PresenceKeeperEvent> events = keeper.ReadEventsAsync(Test.Token);
        using InjectedFault slowClear = tenant.Graph.InjectFault(
            EmulatorFault.Slow(4 * Second) with { Path = "*/clearPresence", Times = 1 });
        using InjectedFault slowSet = Slow(tenant, 198);
        tenant.Clock.Advance(99 * Second);
        Task<bool> ending = hold.EndAsync(Test.Token);
        await tenant.Clock.WaitingAsync(4 * Second);

        // This set is under way when the session that was cleared would have expired.
        keeper.Set(tenant.Id, SessionPresence.InACall);
        tenant.Clock.Advance(4 * Second);
        (await ending.BoundedAsync()).Should().BeTrue();
        await tenant.Clock.WaitingAsync(198 * Second);
        tenant.Clock.Advance(198 * Second);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        await keeper.DisposeAsync().AsTask().BoundedAsync();

        (await events.ToListAsync(Test.Token).AsTask().BoundedAsync()).Should().BeEmpty();
    }

    private static InjectedFault Slow(HeldTenant tenant, int seconds) => tenant.Graph.InjectFault(
        EmulatorFault.Slow(seconds * Second) with { Path = "*/setPresence", Times = 1 });
}
