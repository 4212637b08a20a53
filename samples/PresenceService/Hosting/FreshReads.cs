using System.Collections.Concurrent;
using PresenceClient;

namespace PresenceService.Hosting;

/// <summary>
/// The loader's reads, of which none is older than the call. A loader lets a call join a read of the same user that is
/// under way, whose answer can be of a moment before the call: who changed a presence and reads it could see the former
/// one. Here such a call reads once more, together with all others who came meanwhile.
/// </summary>
internal sealed class FreshReads(PresenceLoader loader)
{
    private readonly ConcurrentDictionary<Guid, int> _readers = new();

    public async Task<LoadedPresence> GetAsync(string id, CancellationToken cancellationToken)
    {
        // What is no GUID is the loader's to refuse.
        _ = Guid.TryParse(id, out Guid user);
        bool alone = _readers.AddOrUpdate(user, 1, static (_, readers) => readers + 1) == 1;
        try
        {
            LoadedPresence presence = await loader.GetAsync(id, cancellationToken);

            // The read that was under way is over, so that one which this call joins now began after the call.
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
            _readers.TryRemove(KeyValuePair.Create(user, 0));
    }
}
