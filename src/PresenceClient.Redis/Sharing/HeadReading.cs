using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>The head as a host reads it from its key.</summary>
/// <param name="Head">The head; null if there is none.</param>
/// <param name="Age">How long ago it was written, by the clock of Redis: from the rest of its time to live.</param>
/// <param name="Hold">The rest of a hold-back after a 429; null if there is none.</param>
internal readonly record struct HeadReading(Head? Head, TimeSpan Age, TimeSpan? Hold)
{
    public static async Task<HeadReading> ReadAsync(SharedHost host)
    {
        (RedisValueWithExpiry head, TimeSpan? hold) = await host.Link.AskAsync(async database =>
        {
            Task<RedisValueWithExpiry> asked = database.StringGetWithExpiryAsync(host.Keys.Head);
            Task<TimeSpan?> held = database.KeyTimeToLiveAsync(host.Keys.Hold);
            await Task.WhenAll(asked, held).ConfigureAwait(false);
            return (await asked.ConfigureAwait(false), await held.ConfigureAwait(false));
        }).ConfigureAwait(false);
        if (head.Value.IsNull)
        {
            return new HeadReading(null, TimeSpan.Zero, hold);
        }

        TimeSpan age = SharedHost.Retention - (head.Expiry ?? SharedHost.Retention);
        return new HeadReading(Parse(head.Value), age > TimeSpan.Zero ? age : TimeSpan.Zero, hold);
    }

    private static Head Parse(byte[]? bytes)
    {
        var reader = new ByteReader(bytes);
        return Head.Read(ref reader);
    }
}
