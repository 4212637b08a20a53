using System.Collections.Concurrent;
using PresenceClient.Emulator;
using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Holding;

/// <summary>
/// A process that holds sessions: a client and its keeper. It is stopped cleanly, or dropped as by a crash.
/// </summary>
internal sealed class HoldingProcess
{
    private const int UsualPace = 1_500;

    private readonly PresenceServiceClient _client;
    private readonly PresenceKeeper _keeper;
    private readonly ConcurrentQueue<PresenceKeeperEvent> _events = new();

    private HoldingProcess(PresenceServiceClient client)
    {
        _client = client;
        _keeper = client.Users.CreateKeeper(new()
        {
            // Latencies are as long as steps of the clock.
            MaxConcurrency = 64,
            PaceShare = 1,
            ClearTimeout = LongestStop,
        });
        IAsyncEnumerable<PresenceKeeperEvent> events = _keeper.ReadEventsAsync();
        Reading = Task.Run(() => ReadAsync(events));
    }

    public static TimeSpan LongestStop { get; } = TimeSpan.FromMinutes(10);

    public PresenceKeeper Keeper => _keeper;

    /// <summary>Ends with the keeper.</summary>
    public Task Reading { get; }

    public static HoldingProcess Start(
        PresenceEmulator emulator, HttpClient signIn, HttpMessageHandler network, TimeProvider time) => new(
            new PresenceServiceClient(new SecretCredential(signIn, emulator, time), new()
            {
                ApplicationId = emulator.Application.ClientId,
                HttpMessageHandler = network,
                TimeProvider = time,
                MaxRequestsPer30Seconds = Math.Max(UsualPace, emulator.Users.Count / 2),
            }));

    public SessionClient SessionOf(DeclaredUser user) => _client.Users[user.Id].Session;

    /// <summary>Takes the events of the keeper since the last call.</summary>
    public IEnumerable<PresenceKeeperEvent> TakeEvents()
    {
        while (_events.TryDequeue(out PresenceKeeperEvent? news))
        {
            yield return news;
        }
    }

    /// <summary>Ends the holds, then the keeper.</summary>
    public async Task StopAsync(IEnumerable<PresenceHold> holds)
    {
        await Task.WhenAll(holds.Select(static hold => hold.DisposeAsync().AsTask()));
        await _keeper.DisposeAsync();
    }

    public void DisposeClient() => _client.Dispose();

    private async Task ReadAsync(IAsyncEnumerable<PresenceKeeperEvent> events)
    {
        await foreach (PresenceKeeperEvent news in events)
        {
            _events.Enqueue(news);
        }
    }
}
