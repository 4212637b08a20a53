using Microsoft.Extensions.Logging;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>Holds of one user that share the session, and what must not end the loop that renews it.</summary>
public sealed class SharedHoldTests
{
    [Fact]
    public async Task TwoHolds_OfOneUser_ShareTheSession()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold call = await tenant.HoldAsync(SessionPresence.InACall);
        PresenceHold talk = await tenant.HoldAsync(SessionPresence.Presenting, id: tenant.Id.ToUpperInvariant());
        (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");

        (await talk.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse("the call is held still");
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        call.State.Should().Be(PresenceHoldState.Held);
        (await call.EndAsync(Test.Token).BoundedAsync()).Should().BeTrue();

        (await tenant.SeenAsync()).Should().Be("Offline/Offline");
        tenant.Clears.Should().Be(1);
    }

    [Fact]
    public async Task SecondHold_OfTheStateThatShows_NeedsNoRequest()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold first = await tenant.HoldAsync(SessionPresence.InACall);

        PresenceHold second = await tenant.HoldAsync(SessionPresence.InACall);
        (await second.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse("the first is held still");

        (tenant.Sets, tenant.Clears, first.State).Should().Be((1, 0, PresenceHoldState.Held));
        (await first.EndAsync(Test.Token).BoundedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task HoldThatAnotherHides_EndsWithoutARequest()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold hidden = await tenant.HoldAsync(SessionPresence.InACall);
        await using PresenceHold top = await tenant.HoldAsync(SessionPresence.Presenting);

        (await hidden.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse();

        (tenant.Sets, tenant.Clears, hidden.State).Should().Be((2, 0, PresenceHoldState.Ended));
        (await tenant.SeenAsync()).Should().Be("DoNotDisturb/Presenting");
    }

    [Fact]
    public async Task HoldThatRepeatsTheStateThatShows_ComesToTheTop()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        PresenceHold first = await tenant.HoldAsync(SessionPresence.InACall);
        await tenant.HoldAsync(SessionPresence.Presenting);
        PresenceHold last = await tenant.HoldAsync(SessionPresence.InACall);

        await first.ChangeAsync(SessionPresence.InACall, Test.Token).BoundedAsync();
        (await last.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse();

        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        tenant.Sets.Should().Be(3);
    }

    [Fact]
    public async Task Refusal_OfAHoldOnTop_LeavesTheOneBelowHeld()
    {
        await using HeldTenant tenant = await HeldTenant.StartAsync();
        await using PresenceHold below = await tenant.HoldAsync(SessionPresence.InACall);
        using (tenant.Fail(403))
        {
            await tenant.Awaiting(t => t.HoldAsync(SessionPresence.Presenting)).Should()
                .ThrowAsync<PresenceAccessDeniedException>();
        }

        await tenant.Clock.IdleAsync();
        (below.State, below.Failure).Should().Be((PresenceHoldState.Held, null));
        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
    }

    [Fact]
    public async Task LoggerThatBlocks_StopsNoHold()
    {
        using var logger = new BlockedLogger();
        using ILoggerFactory loggers = LoggerFactory.Create(b => b.AddProvider(logger));
        await using HeldTenant tenant = await HeldTenant.StartAsync(configure: o => o.LoggerFactory = loggers);
        using (tenant.Fail(403))
        {
            await tenant.Awaiting(t => t.HoldAsync(SessionPresence.Presenting)).Should()
                .ThrowAsync<PresenceAccessDeniedException>();
        }

        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall);

        (await tenant.SeenAsync()).Should().Be("Busy/InACall");
        (await hold.EndAsync(Test.Token).BoundedAsync()).Should().BeTrue();
        logger.Release();
    }

    /// <summary>Blocks for the messages about holds.</summary>
    private sealed class BlockedLogger : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _released = new();

        public void Release() => _released.TrySetResult();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id is >= 10 and <= 12)
            {
                _released.Task.Wait(Test.Token);
            }
        }

        public void Dispose() => Release();
    }
}
