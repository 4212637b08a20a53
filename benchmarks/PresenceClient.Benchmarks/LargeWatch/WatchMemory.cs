using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks.LargeWatch;

/// <summary>The memory of a watch, including its ids, after all of its users were read.</summary>
internal static class WatchMemory
{
    private const long Noise = 64 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns the bytes for each user in a watch of a number of users.</summary>
    public static async Task<double> BytesOfUserAsync(int users, CancellationToken cancellationToken)
    {
        using var service = new GeneratedPresences(keepsAnswers: false);
        using PresenceServiceClient client = ThisPackage.Open(service);
        long before = await SettleAsync();
        await using PresenceWatch watch = client.Presences.CreateWatch();
        Add(watch, users);
        await watch.WaitUntilCurrentAsync(cancellationToken);
        double bytes = await SettleAsync() - before;

        // Keeps the watch alive until here.
        return watch.Users.Count == users ? bytes / users : double.NaN;
    }

    /// <summary>Returns the ratio of the memory for each user among ten times as many users.</summary>
    public static async Task<double> GrowthAsync(int users, CancellationToken cancellationToken) =>
        await BytesOfUserAsync(users, cancellationToken) / await BytesOfUserAsync(users / 10, cancellationToken);

    // The memory in use once it no longer decreases: frames that have just ended can still keep objects alive.
    private static async Task<long> SettleAsync()
    {
        long memory = long.MaxValue;
        for (long now; (now = GC.GetTotalMemory(forceFullCollection: true)) < memory - Noise; memory = now)
        {
            await Task.Delay(Pause);
        }

        return memory;
    }

    // A separate method, so that nothing else references the ids.
    private static void Add(PresenceWatch watch, int users) => watch.Users.Add(PresencePayload.Ids(users));
}
