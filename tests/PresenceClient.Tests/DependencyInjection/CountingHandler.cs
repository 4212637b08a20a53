namespace PresenceClient.Tests.DependencyInjection;

/// <summary>A handler of the host that reports each request.</summary>
internal sealed class CountingHandler(Action onRequest) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        onRequest();
        return base.SendAsync(request, cancellationToken);
    }
}
