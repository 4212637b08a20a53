using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>The end of a keeper, of its readers and of its waits; and what it ignores.</summary>
public sealed class KeeperEndTests
{
    [Fact]
    public async Task Set_OfAnyPair_IsSent()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();

        keeper.Set(tenant.Id, "Busy", "InAConferenceCall");
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        (await tenant.SeenAsync()).Should().Be("Busy/InAConferenceCall");
    }

    [Fact]
    public async Task Clear_OfAUserWhoIsNotDeclared_DoesNothing()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();

        keeper.Clear(tenant.Id);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        tenant.Requests().Should().BeEmpty();
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var caller = new CancellationTokenSource();
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper(new() { ClearTimeout = default });
        using IDisposable outage = tenant.Fail(503);
        keeper.Set(tenant.Id, SessionPresence.InACall);

        await keeper.WaitUntilSettledAsync(caller.Token).ShouldEndByAsync(caller);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_Cancelled_EndsWithTheTokenThatWasCancelled(bool parameter)
    {
        using var cancelled = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();

        Task reading = keeper.ReadEventsAsync((parameter ? cancelled : other).Token)
            .ToListAsync((parameter ? other : cancelled).Token).AsTask();

        await reading.ShouldEndByAsync(cancelled);
    }

    [Fact]
    public async Task Events_OfAnIdInAnotherCase_AreOfTheSameUser()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        IAsyncEnumerable<PresenceKeeperEvent> events = keeper.ReadEventsAsync(Test.Token);
        using (tenant.Fail(403))
        {
            keeper.Set(tenant.Id, SessionPresence.InACall);
            await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
            keeper.Set(tenant.Id.ToUpperInvariant(), SessionPresence.InACall);
            await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();
        }

        await keeper.DisposeAsync().AsTask().BoundedAsync();
        (await events.ToListAsync(Test.Token).AsTask().BoundedAsync()).Should().ContainSingle()
            .Which.UserId.Should().Be(tenant.Id.ToUpperInvariant());
    }

    [Fact]
    public async Task Dispose_ClearsWithoutWaitingAndEndsTheReaders()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        IAsyncEnumerable<PresenceKeeperEvent> events = keeper.ReadEventsAsync(Test.Token);
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        keeper.Invoking(k => k.Dispose()).Should().NotThrow();

        keeper.Users.Should().BeEmpty();
        keeper.Invoking(k => k.Set(tenant.Id, SessionPresence.Away)).Should().Throw<ObjectDisposedException>();
        await HeldTenant.UntilAsync(() => tenant.Clears == 1);
        (await events.ToListAsync(Test.Token).AsTask().BoundedAsync()).Should().BeEmpty();
        (await keeper.ReadEventsAsync(Test.Token).ToListAsync(Test.Token).AsTask().BoundedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Dispose_OfAMock_DoesNothing()
    {
        var mock = new Mock();

        mock.Invoking(k => k.Dispose()).Should().NotThrow();
        await mock.DisposeAsync();

        mock.IsDisposed.Should().BeTrue();
    }

    private sealed class Mock : PresenceKeeper
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = disposing;
            base.Dispose(disposing);
        }
    }
}
