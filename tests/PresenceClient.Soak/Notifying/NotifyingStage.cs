using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PresenceClient.Emulator;
using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Notifying;

/// <summary>The parts of a run: the tenant, a host whose watch notifications feed, and its reader.</summary>
internal sealed class NotifyingStage : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private const string Path = "/hook";

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly X509Certificate2 _certificate;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;

    [SuppressMessage("Reliability", "CA2000", Justification = "The host and this object dispose them.")]
    private NotifyingStage(NotifyingOptions options, SoakTime time, PresenceEmulator emulator, HandlerSlot slot)
    {
        Emulator = emulator;
        Numbers = new UserNumbers([.. emulator.Users.Select(static user => user.Id)]);
        Tap = new PollTap(emulator.CreateHandler(), Numbers);
        _http = new HttpClient(emulator.CreateHandler());
        _certificate = CreateCertificate();
        _app = Build(options, time, emulator);
        slot.Handler = () => _app.GetTestServer().CreateHandler();
        Watch.Users.Add(emulator.Users.Select(static user => user.Id));
        _app.StartAsync().GetAwaiter().GetResult();
        _reading = Task.Run(ReadAsync);
    }

    public PresenceEmulator Emulator { get; }

    public UserNumbers Numbers { get; }

    public PollTap Tap { get; }

    public PresenceWatch Watch => _app.Services.GetRequiredService<PresenceWatch>();

    /// <summary>The changes that the reader has received.</summary>
    public ConcurrentQueue<PresenceChange> Changes { get; } = new();

    public HttpClient Http => _http;

    public static NotifyingStage Create(NotifyingOptions options, SoakTime time)
    {
        var slot = new HandlerSlot();
        return new NotifyingStage(
            options, time, PresenceEmulator.StartAsync(o => Configure(o, options, time, slot)).GetAwaiter().GetResult(),
            slot);
    }

    /// <summary>Availability and activity, which notifications tell.</summary>
    public static Look PairOf(Look look) =>
        new Look { Availability = look.Availability, Activity = look.Activity }.Single();

    public void End()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        _stop.Cancel();
        _reading.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Emulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _http.Dispose();
        Tap.Dispose();
        _certificate.Dispose();
        _stop.Dispose();
    }

    private static void Configure(
        PresenceEmulatorOptions emulated, NotifyingOptions options, SoakTime time, HandlerSlot slot)
    {
        emulated.Users = options.Users;
        emulated.Seed = options.Seed;
        emulated.Live = true;
        emulated.LifeSpeed = 1;
        emulated.NoAuth = true;
        emulated.RequestLimit = null;
        emulated.RecordedRequests = 0;
        emulated.TimeProvider = time.Tenant;
        emulated.TokenTimeProvider = time.Client;
        emulated.NotificationDelay = TimeSpan.FromSeconds(8);
        emulated.NotificationHandler = () => slot.Handler!();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=soak", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(10));
    }

    private WebApplication Build(NotifyingOptions options, SoakTime time, PresenceEmulator emulator)
    {
        int watchers = (options.Users + PresenceSubscriptionPlan.MaxUsersPerWatcher - 1)
            / PresenceSubscriptionPlan.MaxUsersPerWatcher;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        EmulatedUser[] people = [.. emulator.Users.Where(static user => user.AccountEnabled).Take(watchers + 1)];
        builder.Services.AddSingleton(emulator.SignIn(people[watchers], "Presence.Read.All"));
        builder.Services.AddPresenceClient(o => Connect(o, time)).ConfigurePrimaryHttpMessageHandler(() => Tap);
        PresenceNotificationsBuilder notifications = builder.Services
            .AddPresenceWatch(o => (o.Interval, o.Polling) = (Interval, PresenceWatchPolling.Always))
            .AddNotifications(o =>
            {
                o.NotificationUrl = new Uri("https://hook.contoso.example" + Path);
                o.TenantId = emulator.TenantId;
                o.ApplicationId = emulator.Application.ClientId;
                o.TimeProvider = time.Client;
                o.KeyHttpClient = _http;
                o.Certificates.Add("soak", _certificate);
            });
        for (int i = 0; i < watchers; i++)
        {
            string key = $"watcher{i}";
            builder.Services.AddKeyedSingleton(key, emulator.SignIn(people[i], "Presence.Read.All"));
            builder.Services.AddKeyedPresenceClient(key, o => Connect(o, time))
                .ConfigurePrimaryHttpMessageHandler(() => Tap);
            notifications.AddWatcher(key);
        }

        WebApplication app = builder.Build();
        app.MapPresenceNotifications(Path);
        return app;
    }

    private static void Connect(PresenceClientOptions options, SoakTime time) => options.TimeProvider = time.Client;

    private async Task ReadAsync()
    {
        try
        {
            await foreach (PresenceChange change in Watch.ReadChangesAsync(_stop.Token))
            {
                Changes.Enqueue(change);
            }
        }
        catch (OperationCanceledException)
        {
            // The run ends.
        }
    }

    /// <summary>The handler of notifications, which exists only after the host that receives them.</summary>
    private sealed class HandlerSlot
    {
        public Func<HttpMessageHandler>? Handler { get; set; }
    }
}
