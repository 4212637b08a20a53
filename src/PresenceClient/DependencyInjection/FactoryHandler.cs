namespace PresenceClient.DependencyInjection;

/// <summary>
/// Sends each request through the factory's current handler, because a handler that a singleton keeps misses DNS
/// changes.
/// </summary>
internal sealed class FactoryHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var current = new HttpMessageInvoker(factory.CreateHandler(name), disposeHandler: false);
        return await current.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
