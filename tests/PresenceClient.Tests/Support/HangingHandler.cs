namespace PresenceClient.Tests.Support;

/// <summary>Takes requests and never answers.</summary>
internal sealed class HangingHandler(Standstill standstill) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await standstill.WaitAsync(cancellationToken);
        throw new InvalidOperationException("Nothing but a cancellation ends the wait.");
    }
}
