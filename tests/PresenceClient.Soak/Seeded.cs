namespace PresenceClient.Soak;

/// <summary>
/// Random numbers that depend on the seed and their purpose only.
/// </summary>
internal static class Seeded
{
    private const ulong Prime = 1099511628211;

    private const ulong Basis = 14695981039346656037;

    public static Random Random(int seed, string purpose)
    {
        ulong hash = Hash(seed, purpose);
        return new Random((int)(hash ^ (hash >> 32)));
    }

    /// <summary>A hash that is the same in each process. The hash code of a string is not.</summary>
    public static ulong Hash(int seed, string text)
    {
        ulong hash = Basis ^ (uint)seed;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }

    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A uniformly distributed time between two limits.</summary>
    public static TimeSpan Between(this Random random, double fromSeconds, double toSeconds) =>
        TimeSpan.FromSeconds(fromSeconds + (random.NextDouble() * (toSeconds - fromSeconds)));

    public static bool Chance(this Random random, double share) => random.NextDouble() < share;
}
