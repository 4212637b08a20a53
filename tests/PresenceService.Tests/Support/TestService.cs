using PresenceClient.Emulator;
using PresenceService.Hosting;

namespace PresenceService.Tests.Support;

/// <summary>The service on a free port, with small tenants, and a client that waits for nothing.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private TestService(ServiceHost host)
    {
        Host = host;
        Http = new HttpClient { BaseAddress = host.Address };
    }

    public ServiceHost Host { get; }

    public HttpClient Http { get; }

    public PresenceEmulator Contoso => Host.Emulators["contoso"];

    public PresenceEmulator Fabrikam => Host.Emulators["fabrikam"];

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts it, with settings beside the usual ones; retries are off, so that faults show at once.</summary>
    public static async Task<TestService> StartAsync(params (string Key, string? Value)[] settings) =>
        new(await ServiceHost.StartAsync(
            [],
            [
                new("Urls", "http://127.0.0.1:0"),
                new("Metrics:Console", "false"),
                new("Logging:LogLevel:Default", "None"),
                new("Emulators:contoso:Users", "12"),
                new("Emulators:fabrikam:Users", "12"),
                new("Tenants:contoso:MaxAttempts", "1"),
                .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
            ],
            Stop));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }
}
