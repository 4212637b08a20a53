using PresenceClient.Presences.Loading;

namespace PresenceClient;

/// <content>Creates loaders.</content>
public partial class PresencesClient
{
    /// <summary>Creates a loader, which combines the reads of many callers into few requests.</summary>
    /// <param name="options">The options of the loader; null for the defaults.</param>
    /// <remarks>
    /// Create one and keep it: callers of different loaders share nothing. The loader reads with this client's
    /// identity, and its callers share the answers. Signed-in users can see different presences, so create one loader
    /// for each identity.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is not valid. The message names the option and the valid
    /// values.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual PresenceLoader CreateLoader(PresenceLoaderOptions? options = null)
    {
        options = LoaderOptionsCheck.Check(options);
        _context.Pipeline.ThrowIfDisposed();
        return new PresenceLoader(new ReadCoalescer(_context, options), _context.Time);
    }
}
