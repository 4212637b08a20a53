using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>A keeper of many users, on a clock that stands still, against the emulator.</summary>
public sealed class KeeperTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Set_IsSentRenewedAndCleared()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();

        keeper.Set(tenant.Id, SessionPresence.Available);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        (await tenant.SeenAsync()).Should().Be("Available/Available");
        await tenant.Clock.PassAsync(TimeSpan.FromHours(1), Step);
        (await tenant.SeenAsync()).Should().Be("Available/Available");

        keeper.Users.Should().Equal(tenant.Id);
        keeper.Clear(tenant.Id.ToUpperInvariant());
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
        keeper.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task Changes_InQuickSuccession_SendTheLatestOnly()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { MaxConcurrency = 1 });
        using InjectedFault slow = tenant.Graph.InjectFault(
            EmulatorFault.Slow(TimeSpan.FromSeconds(10)) with { Path = "*/setPresence", Times = 1 });
        keeper.Set(tenant.Graph.Users[1].Id, SessionPresence.InACall);
        await tenant.Clock.WaitingAsync(TimeSpan.FromSeconds(10));

        keeper.Set(tenant.Id, SessionPresence.Away);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        keeper.Set(tenant.Id, SessionPresence.Presenting);
        string other = tenant.Graph.Users[2].Id;
        keeper.Set(other, SessionPresence.InACall);
        keeper.Clear(other);
        tenant.Clock.Advance(TimeSpan.FromSeconds(10));
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");
        tenant.Requests().Where(r => r.Path.Contains(tenant.Id, StringComparison.Ordinal)).Should().ContainSingle();
        tenant.Requests().Where(r => r.Path.Contains(other, StringComparison.Ordinal))
            .Should().BeEmpty("it was cleared before it was sent");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SetAfterAClearWhoseAnswerIsLost_IsSent(bool afterWork)
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        using InjectedFault lost = tenant.Graph.InjectFault(
            EmulatorFault.DropConnection(afterWork) with { Path = "*/clearPresence", Times = 1 });
        keeper.Clear(tenant.Id);
        await HeldTenant.UntilAsync(() => lost.Hits == 1);
        await tenant.Clock.IdleAsync();

        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        tenant.Sets.Should().Be(2, "the session may have ended");
    }

    [Fact]
    public async Task ThousandUsers_WhoRingAnswerAndHangUp_EachShowTheirLastEvent()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(
            users: 1_000, o => o.MaxRequestsPer30Seconds = null); // A session that waits at the gate does not sleep.
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { MaxConcurrency = 16 });
        string[] ids = [.. tenant.Graph.Users.Select(u => u.Id)];
        var random = new Random(1);
        Dictionary<string, SessionPresence?> last = [];
        using InjectedFault faults = tenant.Graph.InjectFault(
            EmulatorFault.Status(503) with { Path = "*Presence", Method = "POST", Probability = 0.1 });

        for (int i = 0; i < 5_000; i++)
        {
            string id = ids[random.Next(ids.Length)];
            SessionPresence? state = random.Next(3) switch
            {
                0 => SessionPresence.InAConferenceCall,
                1 => SessionPresence.InACall,
                _ => null,
            };
            last[id] = state;
            if (state is { } presence)
            {
                keeper.Set(id, presence);
            }
            else
            {
                keeper.Clear(id);
            }
        }

        await tenant.Clock.PassUntilAsync(keeper.WaitUntilSettledAsync(Test.Token));
        tenant.Graph.ClearFaults();
        PresenceReadResult seen = await tenant.Client.Presences.GetAsync(last.Keys, Test.Token);
        last.Where(l => seen[l.Key].ActivityText != (l.Value is { } state ? $"{state}" : "Offline")).Should().BeEmpty();
        tenant.Requests().Count().Should().BeLessThan(5_000, "states in between are not sent");

        await keeper.DisposeAsync().AsTask().BoundedAsync();
        seen = await tenant.Client.Presences.GetAsync(ids, Test.Token);
        seen.Should().OnlyContain(p => p.Availability == PresenceAvailability.Offline);
    }

    [Fact]
    public async Task Renewals_OfManyUsers_AreSpreadAndCostWhatTheDocsSay()
    {
        const int users = 200;
        await using HeldTenant tenant = await HeldTenant.StartAsync(users);
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        foreach (EmulatedUser user in tenant.Graph.Users)
        {
            keeper.Set(user.Id, SessionPresence.Available);
        }

        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        await tenant.Clock.IdleAsync();
        List<int> ofThirtySeconds = [];
        int before = tenant.Sets;
        before.Should().Be(users);
        await tenant.Clock.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromSeconds(30), () =>
        {
            ofThirtySeconds.Add(tenant.Sets - before);
            before = tenant.Sets;
        });

        // 30 seconds / 4 minutes of a request for each user.
        ofThirtySeconds.Average().Should().BeApproximately(users * 30 / 240.0, 0.5);
        ofThirtySeconds.Should().OnlyContain(n => n < 3 * users * 30 / 240, "they are spread");
    }

    [Fact]
    public async Task Outage_IsReportedOnceForEachUserAndSoIsTheRecovery()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(
            new() { Expiry = TimeSpan.FromMinutes(5) });
        await using IAsyncEnumerator<PresenceKeeperEvent> events =
            keeper.ReadEventsAsync(Test.Token).GetAsyncEnumerator(Test.Token);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        using (tenant.Fail(503))
        {
            await tenant.Clock.PassAsync(TimeSpan.FromMinutes(10), Step);
            PresenceKeeperEvent lapsed = await NextAsync(events);
            (lapsed.UserId, lapsed.Kind).Should().Be((tenant.Id, PresenceKeeperEventKind.Lapsed));
            lapsed.At.Should().BeCloseTo(HeldTenant.Start.AddMinutes(5), TimeSpan.FromSeconds(10));
            lapsed.Failure.Should().BeAssignableTo<PresenceException>();
        }

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(1), Step);
        PresenceKeeperEvent recovered = await NextAsync(events);
        (recovered.Kind, recovered.Failure).Should().Be((PresenceKeeperEventKind.Recovered, null));
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(5), Step);
        using (tenant.Fail(503))
        {
            await tenant.Clock.PassAsync(TimeSpan.FromMinutes(6), Step);
            (await NextAsync(events)).Kind.Should().Be(PresenceKeeperEventKind.Lapsed, "renewals are not reported");
        }
    }

    [Fact]
    public async Task Refusal_IsReportedAndTheUserForgotten()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        await using IAsyncEnumerator<PresenceKeeperEvent> events =
            keeper.ReadEventsAsync(Test.Token).GetAsyncEnumerator(Test.Token);
        using (tenant.Fail(403))
        {
            keeper.Set(tenant.Id, SessionPresence.InACall);
            PresenceKeeperEvent refused = await NextAsync(events);
            refused.Kind.Should().Be(PresenceKeeperEventKind.Refused);
            refused.Failure.Should().BeOfType<PresenceAccessDeniedException>();
            refused.ToString().Should().NotContain(tenant.Id);
        }

        keeper.Users.Should().BeEmpty();
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task RefusalOfAClear_IsReportedToo()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        await using IAsyncEnumerator<PresenceKeeperEvent> events =
            keeper.ReadEventsAsync(Test.Token).GetAsyncEnumerator(Test.Token);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        using (tenant.Fail(403))
        {
            keeper.Clear(tenant.Id);
            PresenceKeeperEvent refused = await NextAsync(events);
            refused.Kind.Should().Be(PresenceKeeperEventKind.Refused);
            refused.UserId.Should().Be(tenant.Id);
            refused.Failure.Should().BeOfType<PresenceAccessDeniedException>();
            await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        }

        keeper.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task SlowReader_GetsTheLatestEventOfAUser()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { Expiry = TimeSpan.FromMinutes(5) });
        IAsyncEnumerable<PresenceKeeperEvent> events = keeper.ReadEventsAsync(Test.Token);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        using (tenant.Fail(503))
        {
            await tenant.Clock.PassAsync(TimeSpan.FromMinutes(6), Step);
        }

        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(1), Step);
        await keeper.DisposeAsync().AsTask().BoundedAsync();

        (await events.ToListAsync(Test.Token)).Should().ContainSingle()
            .Which.Kind.Should().Be(PresenceKeeperEventKind.Recovered);
    }

    [Fact]
    public async Task Keeper_AndHoldOfOneUser_ShareTheSession()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await using (await tenant.HoldAsync(SessionPresence.Presenting))
        {
            (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");
        }

        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task Disposal_DuringAnOutage_EndsAfterItsTimeLimit()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = TimeSpan.FromSeconds(7) });
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        using InjectedFault fault = tenant.Fail(503);

        Task disposal = keeper.DisposeAsync().AsTask();
        await tenant.Clock.PassAsync(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(1));
        disposal.IsCompleted.Should().BeFalse();
        await tenant.Clock.PassAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        await disposal.BoundedAsync();

        keeper.Invoking(k => k.Set(tenant.Id, SessionPresence.Away)).Should().Throw<ObjectDisposedException>();
        fault.Dispose();
        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(1), Step);
        (await tenant.SeenAsync()).Should().Be("Offline/Offline", "it is retried in the background");
    }

    [Fact]
    public async Task Requests_OfAKeeper_LetCallsPassFirst()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(
            users: 40, o => (o.MaxRequestsPer30Seconds, o.WaitWhenThrottled) = (20, true));
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(
            new() { PaceShare = 0.5, ClearTimeout = default });
        foreach (EmulatedUser user in tenant.Graph.Users)
        {
            keeper.Set(user.Id, SessionPresence.InACall);
        }

        await HeldTenant.UntilAsync(() => tenant.Sets == 10 && tenant.Client.Pace.Waiting > 0);
        await tenant.Client.Users[tenant.Id].GetPresenceAsync(Test.Token).BoundedAsync();
        tenant.Sets.Should().Be(10, "the keeper has half of the pace");
    }

    [Fact]
    public async Task Clear_AndTheSameStateAgainWhileItIsSent_SettlesWithOneRequest()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = default });
        using InjectedFault slow = tenant.Graph.InjectFault(
            EmulatorFault.Slow(TimeSpan.FromSeconds(10)) with { Path = "*/setPresence", Times = 1 });
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await tenant.Clock.WaitingAsync(TimeSpan.FromSeconds(10));

        keeper.Clear(tenant.Id);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        Task settled = keeper.WaitUntilSettledAsync(Test.Token);
        tenant.Clock.Advance(TimeSpan.FromSeconds(10));
        await settled.BoundedAsync();

        (tenant.Sets, tenant.Clears).Should().Be((1, 0));
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task Set_BackToTheStateThatShows_Settles()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(
            new() { MaxConcurrency = 1, ClearTimeout = default });
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        using InjectedFault slow = tenant.Graph.InjectFault(
            EmulatorFault.Slow(TimeSpan.FromSeconds(10)) with { Path = "*/setPresence", Times = 1 });
        keeper.Set(tenant.Graph.Users[1].Id, SessionPresence.InACall);
        await tenant.Clock.WaitingAsync(TimeSpan.FromSeconds(10));

        keeper.Set(tenant.Id, SessionPresence.Presenting);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        Task settled = keeper.WaitUntilSettledAsync(Test.Token);
        tenant.Clock.Advance(TimeSpan.FromSeconds(10));
        await settled.BoundedAsync();

        tenant.Sets.Should().Be(2, "the state in between is not sent");
    }

    [Fact]
    public async Task Clear_AfterAskedToWaitLongerThanTheSessionLasts_SettlesWhenItExpires()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync(
            configure: o => o.MaxRetryAfter = TimeSpan.FromHours(12));
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = default });
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        using InjectedFault fault = tenant.Fail(503, "36000");

        keeper.Clear(tenant.Id);
        Task settled = keeper.WaitUntilSettledAsync(Test.Token);
        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(15), Step);

        await settled.BoundedAsync();
    }

    [Fact]
    public async Task Events_ReadASecondTime_End()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = default });
        IAsyncEnumerable<PresenceKeeperEvent> events = keeper.ReadEventsAsync(Test.Token);
        using (tenant.Fail(503))
        {
            keeper.Set(tenant.Id, SessionPresence.InACall);
            (await events.FirstAsync(Test.Token).AsTask().BoundedAsync()).Kind.Should()
                .Be(PresenceKeeperEventKind.Lapsed);
        }

        (await events.ToListAsync(Test.Token).AsTask().BoundedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Disposal_ASecondTime_SharesTheTimeLimit()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = TimeSpan.FromSeconds(7) });
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        using InjectedFault fault = tenant.Fail(503);
        Task first = keeper.DisposeAsync().AsTask();
        await tenant.Clock.PassAsync(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(1));
        await first.BoundedAsync();

        // A container disposes of a keeper that its host has stopped.
        await keeper.DisposeAsync().AsTask().BoundedAsync();
    }

    private static async Task<PresenceKeeperEvent> NextAsync(IAsyncEnumerator<PresenceKeeperEvent> events)
    {
        (await events.MoveNextAsync().AsTask().BoundedAsync()).Should().BeTrue();
        return events.Current;
    }
}
