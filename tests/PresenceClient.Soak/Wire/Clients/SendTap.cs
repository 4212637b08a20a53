using PresenceClient.Soak.Wire.Exchanges;

namespace PresenceClient.Soak.Wire.Clients;

/// <summary>Records when a client sends a request, and when it gets the head of the answer.</summary>
internal sealed class SendTap(HttpMessageHandler handler, SendLog log) : DelegatingHandler(handler)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // .NET's handler does not send it.
        cancellationToken.ThrowIfCancellationRequested();
        Sending sending = log.Begin(request.Headers.TryGetValues("client-request-id", out IEnumerable<string>? ids)
            ? string.Join(',', ids)
            : "");
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            sending.Answer(response.StatusCode);
            return response;
        }
        catch
        {
            sending.HasFailed = true;
            throw;
        }
    }
}
