using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks.LargeWatch;

/// <summary>The memory that a watch keeps, their ids included, once all of its users have been read.</summary>
internal static class WatchMemory
{
    private const long Noise = 64 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The bytes that a user takes in a watch of so many.</summary>
    public static async Task<double> BytesOfUserAsync(int users, CancellationToken cancellationToken)
    {
        using var service = new GeneratedPresences(keepsAnswers: false);
        using PresenceServiceClient client = ThisPackage.Open(service);
        long before = await SettleAsync();
        await using PresenceWatch watch = client.Presences.CreateWatch();
        Add(watch, users);
        await watch.WaitUntilCurrentAsync(cancellationToken);
        double bytes = await SettleAsync() - before;

        // Seen by the collector, it is alive until here.
        return watch.Users.Count == users ? bytes / users : double.NaN;
    }

    /// <summary>How many times as much a user takes among ten times as many.</summary>
    public static async Task<double> GrowthAsync(int users, CancellationToken cancellationToken) =>
        await BytesOfUserAsync(users, cancellationToken) / await BytesOfUserAsync(users / 10, cancellationToken);

    // The memory in use once it falls no more: what has just ended is on a stack still, with all that it holds.
    private static async Task<long> SettleAsync()
    {
        long memory = long.MaxValue;
        for (long now; (now = GC.GetTotalMemory(forceFullCollection: true)) < memory - Noise; memory = now)
        {
            await Task.Delay(Pause);
        }

        return memory;
    }

    // Apart, so that nothing else holds the ids.
    private static void Add(PresenceWatch watch, int users) => watch.Users.Add(PresencePayload.Ids(users));
}
