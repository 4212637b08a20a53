using PresenceClient.Benchmarks.InMemory;
using PresenceClient.Benchmarks.Payloads;
using PresenceClient.Benchmarks.Peers;

namespace PresenceClient.Benchmarks.LargeWatch;

/// <summary>The memory that a watch keeps, their ids included, once all of its users have been read.</summary>
internal static class WatchMemory
{
    /// <summary>The bytes that a user takes in a watch of so many.</summary>
    public static async Task<double> BytesOfUserAsync(int users, CancellationToken cancellationToken)
    {
        using var service = new GeneratedPresences(keepsAnswers: false);
        using PresenceServiceClient client = ThisPackage.Open(service);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using PresenceWatch watch = client.Presences.CreateWatch();
        Add(watch, users);
        await watch.WaitUntilCurrentAsync(cancellationToken);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)users;
    }

    /// <summary>How many times as much a user takes among ten times as many.</summary>
    public static async Task<double> GrowthAsync(int users, CancellationToken cancellationToken) =>
        await BytesOfUserAsync(users, cancellationToken) / await BytesOfUserAsync(users / 10, cancellationToken);

    // Apart, so that nothing else holds the ids.
    private static void Add(PresenceWatch watch, int users) => watch.Users.Add(PresencePayload.Ids(users));
}
