namespace PresenceClient.Tests.Http;

/// <summary>A handler of the caller's, which tells whether somebody disposed it.</summary>
internal sealed class WatchedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
