using PresenceClient.Emulator;
using PresenceService.Hosting;

namespace PresenceService.Tests.Support;

/// <summary>The service on a free port, with small tenants and without waits between attempts.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private static readonly (string Key, string? Value)[] Usual =
    [
        ("Urls", "http://127.0.0.1:0"),
        ("Logging:LogLevel:Default", "None"),
        ("Emulators:contoso:Users", "12"),
        ("Emulators:contoso:Live", "false"),
        ("Emulators:fabrikam:Users", "12"),
        ("Emulators:fabrikam:Live", "false"),
        ("Tenants:contoso:MaxRetries", "0"),
    ];

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

    /// <summary>
    /// Starts it, with settings before the usual ones; retries are off in one tenant, so that faults show at once.
    /// </summary>
    public static async Task<TestService> StartAsync(params (string Key, string? Value)[] settings) =>
        new(await ServiceHost.StartAsync(
            [],
            settings.Concat(Usual).DistinctBy(setting => setting.Key)
                .Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
            stop: Stop));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }
}
