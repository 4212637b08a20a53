using System.Collections.Concurrent;
using PresenceClient;

namespace PresenceService.Hosting;

/// <summary>
/// Reads through a loader that are never older than the call. A loader lets a call join a pending read of the same
/// user, whose answer can be older than the call: a caller who changed a presence could read the former one. Such a
/// call reads once more here, together with all others that arrived meanwhile.
/// </summary>
internal sealed class FreshReads(PresenceLoader loader)
{
    private readonly ConcurrentDictionary<Guid, int> _readers = new();

    public async Task<LoadedPresence> GetAsync(string id, CancellationToken cancellationToken)
    {
        // The loader rejects what is not a GUID.
        _ = Guid.TryParse(id, out Guid user);
        bool alone = _readers.AddOrUpdate(user, 1, static (_, readers) => readers + 1) == 1;
        try
        {
            LoadedPresence presence = await loader.GetAsync(id, cancellationToken);

            // The pending read is over; a read that this call joins now began after the call.
            return alone ? presence : await loader.GetAsync(id, cancellationToken);
        }
        finally
        {
            Leave(user);
        }
    }

    private void Leave(Guid user)
    {
        int left = _readers.AddOrUpdate(user, 0, static (_, readers) => readers - 1);
        if (left == 0)
        {
            _readers.TryRemove(KeyValuePair.Create(user, 0));
        }
    }
}
