using PresenceClient.Emulator;
using PresenceClient.Tests.Presences.Watching;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Users.Holding;

/// <summary>
/// An emulated tenant and a client on one clock. The client does not retry or wait by itself, so that a session whose
/// request fails sleeps at once.
/// </summary>
internal sealed class HeldTenant : IAsyncDisposable
{
    private readonly HttpMessageHandler _handler;

    private HeldTenant(PresenceEmulator graph, HoldClock clock, Action<PresenceClientOptions>? configure)
    {
        (Graph, Clock, _handler) = (graph, clock, graph.CreateHandler());
        var options = new PresenceClientOptions
        {
            ApplicationId = graph.Application.ClientId,
            HttpMessageHandler = _handler,
            TimeProvider = clock,
            MaxRetries = 0,
            WaitWhenThrottled = false,
        };
        configure?.Invoke(options);
        Client = new PresenceServiceClient(graph.CreateCredential(), options);
    }

    public static DateTimeOffset Start => ClockedTenant.Start;

    public PresenceEmulator Graph { get; }

    public HoldClock Clock { get; }

    public PresenceServiceClient Client { get; }

    /// <summary>The first user.</summary>
    public string Id => Graph.Users[0].Id;

    public static async Task<HeldTenant> StartAsync(
        int users = 5, Action<PresenceClientOptions>? configure = null)
    {
        var clock = new HoldClock(Start);
        PresenceEmulator graph = await PresenceEmulator.StartAsync(
            o => (o.Users, o.TimeProvider, o.RecordedRequests) = (users, clock, 100_000), Test.Token);

        // Teams clients of their own would show through.
        foreach (EmulatedUser user in graph.Users)
        {
            user.EndTeamsClient();
            user.ClearPreferredPresence();
            user.ClearCalendar();
            user.ClearOutOfOffice();
        }

        return new HeldTenant(graph, clock, configure);
    }

    public Task<PresenceHold> HoldAsync(SessionPresence presence, TimeSpan? expiry = null, string? id = null) =>
        Client.Users[id ?? Id].Session.HoldAsync(
            presence, expiry is { } e ? new PresenceHoldOptions { Expiry = e } : null, Test.Token).BoundedAsync();

    /// <summary>What people see of a user.</summary>
    public async Task<string> SeenAsync(string? id = null)
    {
        using var reader = new PresenceServiceClient(
            Graph.CreateCredential(),
            new PresenceClientOptions { HttpMessageHandler = _handler, TimeProvider = Clock });
        UserPresence seen = await reader.Users[id ?? Id].GetPresenceAsync(Test.Token);
        return $"{seen.AvailabilityText}/{seen.ActivityText}";
    }

    /// <summary>The requests to set or clear a session.</summary>
    public IEnumerable<RecordedRequest> Requests() => Graph.Requests
        .Where(r => r.Path.EndsWith("/setPresence", StringComparison.Ordinal)
            || r.Path.EndsWith("/clearPresence", StringComparison.Ordinal));

    public int Sets => Requests().Count(static r => r.Path.EndsWith("/setPresence", StringComparison.Ordinal));

    public int Clears => Requests().Count(static r => r.Path.EndsWith("/clearPresence", StringComparison.Ordinal));

    /// <summary>Fails every request to set or clear a session.</summary>
    public InjectedFault Fail(int status, string? retryAfter = null) =>
        Graph.InjectFault(EmulatorFault.Status(status, retryAfter) with { Path = "*Presence", Method = "POST" });

    /// <summary>Waits, without the clock, until other threads have brought something about.</summary>
    public static Task UntilAsync(Func<bool> condition) => WatchedTenant.UntilAsync(condition);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await Graph.DisposeAsync();
    }
}
