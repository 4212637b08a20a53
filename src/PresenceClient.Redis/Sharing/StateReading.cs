using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>Reads states from the hash <c>:state</c>.</summary>
internal static class StateReading
{
    private const int AtOnce = 1_000;

    /// <summary>Reads the states of users, as many at once as an answer should have.</summary>
    /// <param name="host">The host.</param>
    /// <param name="ids">The users.</param>
    /// <param name="take">Takes a state. Not called for users whose state is not there.</param>
    public static async Task ReadAsync(
        SharedHost host, IEnumerable<Guid> ids, Action<Guid, StoredState> take)
    {
        foreach (Guid[] chunk in ids.Chunk(AtOnce))
        {
            RedisValue[] fields = [.. chunk.Select(static id => (RedisValue)id.ToByteArray())];
            RedisValue[] values = await host.Link.AskAsync(
                database => database.HashGetAsync(host.Keys.State, fields)).ConfigureAwait(false);
            for (int i = 0; i < values.Length; i++)
            {
                if ((byte[]?)values[i] is { } bytes)
                {
                    take(chunk[i], StoredState.Read(bytes, chunk[i]));
                }
            }
        }
    }
}
