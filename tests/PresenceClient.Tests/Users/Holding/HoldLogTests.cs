using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>The log messages of held sessions.</summary>
public sealed class HoldLogTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<string> _written = new();
    private readonly ILoggerFactory _loggers;

    public HoldLogTests() => _loggers = LoggerFactory.Create(b => b.AddProvider(new ListLogger(_written)));

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task Outage_OfTwoHolds_IsLoggedOnceAndSoIsTheRecoveryOfBoth()
    {
        await using HeldTenant tenant = await StartAsync();
        await tenant.HoldAsync(SessionPresence.InACall, 5 * Minute);
        await tenant.HoldAsync(SessionPresence.InACall, 6 * Minute, tenant.Graph.Users[1].Id);

        using (tenant.Fail(503, "30"))
        {
            await tenant.Clock.PassAsync(10 * Minute, Step);
        }

        // The first lapses after 5 minutes. The second is renewed after 2 minutes, and is sent every 30 seconds then.
        await tenant.Clock.PassAsync(Minute, Step);
        await AreWrittenAsync(
            "Presence sessions cannot be renewed (503) and have lapsed. The client keeps trying.",
            "No held presence session is lapsed any more, after 330 s.");
    }

    [Fact]
    public async Task LapseWithoutAFailure_AndTheEndOfTheHold_AreLogged()
    {
        await using HeldTenant tenant = await StartAsync();
        PresenceHold hold = await tenant.HoldAsync(SessionPresence.InACall, 15 * Minute);
        using InjectedFault hung = tenant.Graph.InjectFault(
            EmulatorFault.Slow(Minute) with { Path = "*/setPresence" });
        tenant.Clock.Advance(15 * Minute);

        _ = hold.EndAsync(Test.Token);

        await AreWrittenAsync(
            "Presence sessions cannot be renewed (expired) and have lapsed. The client keeps trying.",
            "No held presence session is lapsed any more, after 0 s.");
    }

    [Fact]
    public async Task RefusalAfterALapse_EndsTheLapse()
    {
        await using HeldTenant tenant = await StartAsync();
        await tenant.HoldAsync(SessionPresence.InACall, 5 * Minute);
        using (tenant.Fail(503, "100"))
        {
            await tenant.Clock.PassAsync(5 * Minute, 5 * Minute / 3);
        }

        using (tenant.Fail(403))
        {
            await tenant.Clock.PassAsync(2 * Minute, Step);
        }

        await AreWrittenAsync(
            "Presence sessions cannot be renewed (503) and have lapsed. The client keeps trying.",
            "No held presence session is lapsed any more, after 100 s.",
            "The service rejected a held presence session permanently (403).");
    }

    [Fact]
    public async Task RefusalOfAClear_IsLogged()
    {
        await using HeldTenant tenant = await StartAsync();
        await using PresenceKeeper keeper = tenant.Client.Users.CreateKeeper();
        keeper.Set(tenant.Id, SessionPresence.InACall);
        await keeper.WaitUntilSettledAsync(Test.Token).BoundedAsync();

        using (tenant.Fail(403))
        {
            keeper.Clear(tenant.Id);
            await AreWrittenAsync("The service rejected a held presence session permanently (403).");
        }
    }

    private Task<HeldTenant> StartAsync() => HeldTenant.StartAsync(configure: o => o.LoggerFactory = _loggers);

    // They are written by other threads, so in no certain order.
    private async Task AreWrittenAsync(params string[] messages)
    {
        await HeldTenant.UntilAsync(() => Count() >= messages.Length);
        messages.Should().AllSatisfy(message => _written.Should().ContainSingle(
            line => line.StartsWith(message, StringComparison.Ordinal)));
        Count().Should().Be(messages.Length);

        int Count() => _written.Count(line => line.Contains("held presence session", StringComparison.Ordinal)
            || line.StartsWith("Presence sessions", StringComparison.Ordinal));
    }
}
