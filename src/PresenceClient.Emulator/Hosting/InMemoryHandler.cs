namespace PresenceClient.Emulator;

/// <summary>
/// Makes the in-memory server's handler behave like one over a socket: a connection that the server drops is an
/// <see cref="HttpRequestException"/>, and synchronous sends work.
/// </summary>
internal sealed class InMemoryHandler(HttpMessageHandler server) : DelegatingHandler(server)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException dropped) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The emulator dropped the connection.", dropped);
        }
    }

    // The server's work runs on the thread pool, so waiting for it here cannot block it.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();
}
