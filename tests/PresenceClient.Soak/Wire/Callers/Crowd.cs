using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Callers;

/// <summary>Draws the users of a bulk call.</summary>
internal static class Crowd
{
    private const int ChunkSize = 650;

    private static readonly int[] Sizes = [1, 2, 30, 649, 650, 651, 1_300, 2_000, 4_000];

    public static UserKey[] Draw(Call call)
    {
        int count = call.Random.Pick(Sizes);
        bool hasBroken = call.Random.Chance(0.08);
        var users = new UserKey[count];
        for (int place = 0; place < count; place++)
        {
            users[place] = call.User(place, call.Random.Next(40) switch
            {
                0 => Trait.Missing,
                1 => Trait.Unknown,
                _ => Trait.Known,
            });
        }

        if (hasBroken)
        {
            int place = call.Random.Next(count);
            users[place] = users[place] with { Trait = call.Random.Pick([Trait.Broken, Trait.Nameless]) };
        }

        return users;
    }

    /// <summary>The largest number of chunks in sequence.</summary>
    public static int Rounds(int users, int atOnce)
    {
        int chunks = (users + ChunkSize - 1) / ChunkSize;
        return (chunks + atOnce - 1) / atOnce;
    }
}
