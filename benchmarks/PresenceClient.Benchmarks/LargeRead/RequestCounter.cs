namespace PresenceClient.Benchmarks.LargeRead;

/// <summary>Counts the requests that are sent.</summary>
internal sealed class RequestCounter : DelegatingHandler
{
    private int _requests;

    public RequestCounter() : base(new SocketsHttpHandler())
    {
    }

    public int Requests => Volatile.Read(ref _requests);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return base.SendAsync(request, cancellationToken);
    }
}
