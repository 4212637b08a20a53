using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>
/// An adapter as other clients make it, with Kiota's default handlers, authentication and registries.
/// </summary>
internal sealed class ForeignAdapter : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClientRequestAdapter _adapter;

    public ForeignAdapter(FakeGraph graph, string? baseUrl = null)
    {
        _http = KiotaClientFactory.Create(graph);
        _adapter = new HttpClientRequestAdapter(
            new AzureIdentityAuthenticationProvider(graph.Credential, null, null, true), httpClient: _http);
        _adapter.BaseUrl = baseUrl;
        Client = new PresenceServiceClient(_adapter, new()
        {
            ApplicationId = Samples.ApplicationId,
            TimeProvider = graph.Options.TimeProvider,
            MaxRetries = graph.Options.MaxRetries,
            TotalTimeout = graph.Options.TotalTimeout,
            WaitWhenThrottled = graph.Options.WaitWhenThrottled,
        });
    }

    public PresenceServiceClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _adapter.Dispose();
        _http.Dispose();
    }
}
