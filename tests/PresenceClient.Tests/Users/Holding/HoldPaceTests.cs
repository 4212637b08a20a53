using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>How the requests of holds and keepers wait for their turn and pass the gate.</summary>
public sealed class HoldPaceTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Renewals_OfHolds_HaveHalfOfThePaceAndChangesHaveAll()
    {
        await using HeldTenant tenant = await StartAsync(pace: 6);
        List<PresenceHold> holds = [];
        foreach (string id in tenant.Graph.Users.Take(4).Select(user => user.Id))
        {
            holds.Add(await tenant.HoldAsync(SessionPresence.InACall, id: id));
        }

        tenant.Clock.Advance(new PresenceHoldOptions().Expiry / 3);
        await HeldTenant.UntilAsync(() => tenant.Sets == 4 + 3 && tenant.Client.Pace.Waiting == 1);

        (await holds[0].EndAsync(Test.Token).BoundedAsync()).Should().BeTrue("a clear does not wait");
        tenant.Sets.Should().Be(4 + 3);
    }

    [Fact]
    public async Task Clear_WhileTheSetWaitsAtTheGate_SendsNothing()
    {
        await using HeldTenant tenant = await StartAsync(pace: 2);
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(
            new() { PaceShare = 0.5, ClearTimeout = default });
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        string other = tenant.Graph.Users[1].Id;
        keeper.Set(other, SessionPresence.InACall);
        await HeldTenant.UntilAsync(() => tenant.Client.Pace.Waiting == 1);

        keeper.Clear(other);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        (tenant.Sets, tenant.Clears).Should().Be((1, 0));
    }

    [Fact]
    public async Task HiddenHold_ThatEndsWhileARenewalWaits_LeavesTheOtherHeld()
    {
        await using HeldTenant tenant = await StartAsync(pace: 4);
        TimeSpan interval = new PresenceHoldOptions().Expiry / 3;
        await tenant.HoldAsync(SessionPresence.InACall, id: tenant.Graph.Users[1].Id);
        await tenant.HoldAsync(SessionPresence.InACall, id: tenant.Graph.Users[2].Id);
        tenant.Clock.Advance(TimeSpan.FromSeconds(10));
        PresenceHold hidden = await tenant.HoldAsync(SessionPresence.InACall);
        PresenceHold top = await tenant.HoldAsync(SessionPresence.Presenting);
        tenant.Clock.Advance(interval - TimeSpan.FromSeconds(10));
        await HeldTenant.UntilAsync(() => tenant.Sets == 6);
        tenant.Clock.Advance(TimeSpan.FromSeconds(10));
        await HeldTenant.UntilAsync(() => tenant.Client.Pace.Waiting == 1);

        (await hidden.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse();
        tenant.Clock.Advance(Window);
        await HeldTenant.UntilAsync(() => tenant.Sets == 7);

        (await top.EndAsync(Test.Token).BoundedAsync()).Should().BeTrue();
        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
    }

    [Fact]
    public async Task Disposal_OfAKeeper_HasTheWholePace()
    {
        await using HeldTenant tenant = await StartAsync(pace: 8);
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { PaceShare = 0.5 });
        foreach (string id in tenant.Graph.Users.Take(4).Select(user => user.Id))
        {
            keeper.Set(id, SessionPresence.InACall);
        }

        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        await keeper.DisposeAsync().AsTask().BoundedAsync();

        tenant.Clears.Should().Be(4, "its share was used up, but not the pace");
        keeper.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task Requests_OfAKeeper_AreLimitedInNumber()
    {
        using var graph = FakeGraph.Holding();
        graph.Options.AttemptTimeout = Window;
        await using PresenceKeeper keeper = graph.Client.Users.CreateKeeper(
            new() { MaxConcurrency = 3, ClearTimeout = default });
        string[] ids = Samples.Ids(20);
        foreach (string id in ids)
        {
            keeper.Set(id, SessionPresence.InACall);
        }

        var held = new Queue<HeldRequest>();
        for (int i = 0; i < ids.Length; i++)
        {
            held.Enqueue(await graph.NextAsync());
            if (held.Count == 3)
            {
                held.Dequeue().Answer(Answers.Empty());
            }
        }

        held.ToList().ForEach(request => request.Answer(Answers.Empty()));
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        graph.MostRunning.Should().Be(3);
    }

    [Fact]
    public async Task Changes_OfManyUsers_AreRenewedSpread()
    {
        const int users = 40;
        await using HeldTenant tenant = await HeldTenant.StartAsync(users);
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = default });
        await SetAllAsync(SessionPresence.Away);
        await SetAllAsync(SessionPresence.InACall);

        // The interval is 5 minutes. That none of them is renewed in its first half has a probability of 2^-40.
        await tenant.Clock.IdleAsync();
        await tenant.Clock.PassAsync(TimeSpan.FromMinutes(2.5), Window);

        tenant.Sets.Should().BeInRange((2 * users) + 1, (3 * users) - 1);

        Task SetAllAsync(SessionPresence presence)
        {
            tenant.Graph.Users.ToList().ForEach(user => keeper.Set(user.Id, presence));
            return keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        }
    }

    private static Task<HeldTenant> StartAsync(int pace) => HeldTenant.StartAsync(
        configure: o => (o.MaxRequestsPer30Seconds, o.WaitWhenThrottled) = (pace, true));
}
