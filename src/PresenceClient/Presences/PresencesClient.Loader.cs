using PresenceClient.Presences.Loading;

namespace PresenceClient;

/// <content>Many callers, few requests.</content>
public partial class PresencesClient
{
    /// <summary>
    /// Makes a loader, which joins the reads of many callers into few requests. Make one and keep it: callers of
    /// different loaders share nothing.
    /// </summary>
    /// <param name="options">How it gathers and what it remembers; null for the defaults.</param>
    /// <remarks>
    /// It reads with this client's identity and shares the answers among its callers. What a signed-in user may see
    /// differs from user to user: make one loader for each identity, never one for all.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is not valid; the message names it and the cure.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual PresenceLoader CreateLoader(PresenceLoaderOptions? options = null)
    {
        options = LoaderOptionsCheck.Check(options);
        _context.Pipeline.ThrowIfDisposed();
        return new PresenceLoader(new ReadCoalescer(_context, options), _context.Time);
    }
}
