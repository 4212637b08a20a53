using System.Net.Sockets;

namespace PresenceClient.Emulator.Hosting;

/// <summary>
/// Makes the in-memory server's handler behave like a socket: a dropped connection is an
/// <see cref="HttpRequestException"/>, a connection that breaks off in the body is an <see cref="HttpIOException"/>
/// for its reader, and synchronous requests work.
/// </summary>
internal sealed class InMemoryHandler(HttpMessageHandler server) : DelegatingHandler(server)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.Content.Headers.ContentLength is > 0 and var promised)
            {
                response.Content =
                    await WatchAsync(response.Content, promised, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same exceptions as with a socket, down to the last inner one. The server's own would look like a
            // cancellation.
            var reset = new SocketException((int)SocketError.ConnectionReset);
            throw new HttpRequestException(
                "The emulator dropped the connection.", new IOException(reset.Message, reset));
        }
    }

    private static async Task<HttpContent> WatchAsync(
        HttpContent content, long promised, CancellationToken cancellationToken)
    {
        Stream body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var watched = new StreamContent(new PromisedBody(body, promised));
        foreach ((string name, IEnumerable<string> values) in content.Headers)
        {
            watched.Headers.TryAddWithoutValidation(name, values);
        }

        return watched;
    }

    // The server runs on the thread pool, so blocking here cannot block it.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();
}
