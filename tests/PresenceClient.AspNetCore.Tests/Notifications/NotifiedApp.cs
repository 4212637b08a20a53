using System.Collections.Concurrent;
using System.Net;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.AspNetCore.Tests.Support;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>
/// A host whose watch is fed by notifications of an emulated tenant, without sockets between them, on a clock that the
/// test holds.
/// </summary>
internal sealed class NotifiedApp : IAsyncDisposable
{
    public const string Path = "/graph/presence";

    private readonly List<IDisposable> _owned = [];
    private int _underWay;

    private NotifiedApp(FakeTimeProvider clock) => Clock = clock;

    public FakeTimeProvider Clock { get; }

    public PresenceEmulator Graph { get; private set; } = null!;

    public WebApplication App { get; private set; } = null!;

    public ConcurrentQueue<string> Logs { get; } = new();

    /// <summary>The bodies that the tenant has posted.</summary>
    public ConcurrentQueue<byte[]> Posts { get; } = new();

    public PresenceWatch Watch => App.Services.GetRequiredService<PresenceWatch>();

    public HttpClient Http => field ??= App.GetTestClient();

    /// <summary>How often the client has asked for presences.</summary>
    public int Polls => Graph.Requests.Count(one => one.Operation == "communications.getPresencesByUserId");

    /// <summary>Builds the host. A test that expects its start to fail starts it itself.</summary>
    public static async Task<NotifiedApp> BuildAsync(
        Action<PresenceNotificationOptions>? configure = null,
        int watchers = 1,
        int users = 10,
        Action<IServiceCollection>? services = null,
        Action<PresenceEmulatorOptions>? tenant = null,
        bool isEncrypted = true)
    {
        var made = new NotifiedApp(new FakeTimeProvider(DateTimeOffset.UtcNow));
        made.Graph = await PresenceEmulator.StartAsync(
            o =>
            {
                o.Users = users;
                o.TimeProvider = made.Clock;
                o.TokenTimeProvider = made.Clock;
                o.NotificationHandler = () => new Recorder(made.App.GetTestServer().CreateHandler(), made);
                tenant?.Invoke(o);
            },
            Bounded.Stop);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<ILoggerProvider>(_ => new QueueLogs(made.Logs));
        builder.Services.AddSingleton<TokenCredential>(_ => made.Graph.CreateCredential());
        builder.Services.AddPresenceClient(o => made.Connect(o)).AddHttpMessageHandler(() => new Counter(made));
        for (int i = 1; i <= watchers; i++)
        {
            EmulatedUser person = made.Graph.Users.Where(user => user.AccountEnabled).ElementAt(i);
            builder.Services.AddKeyedSingleton($"watcher{i}", made.Graph.SignIn(person, "Presence.Read.All"));
            builder.Services.AddKeyedPresenceClient($"watcher{i}", o => made.Connect(o))
                .AddHttpMessageHandler(() => new Counter(made));
        }

        PresenceNotificationsBuilder notifications = builder.Services
            .AddPresenceWatch(o => (o.Interval, o.Polling) = (TimeSpan.FromMinutes(1), PresenceWatchPolling.Always))
            .AddNotifications(o =>
            {
                o.NotificationUrl = new Uri("https://hook.contoso.example" + Path);
                o.TenantId = made.Graph.TenantId;
                o.TimeProvider = made.Clock;
                o.KeyHttpClient = made.Own(new HttpClient(made.Graph.CreateHandler()));
                if (isEncrypted)
                {
                    o.Certificates.Add("2026-11", made.Own(ForgedPost.CreateCertificate()));
                }

                configure?.Invoke(o);
            });
        for (int i = 1; i <= watchers; i++)
        {
            notifications.AddWatcher($"watcher{i}");
        }

        services?.Invoke(builder.Services);
        made.App = builder.Build();
        made.App.MapPresenceNotifications(Path);
        return made;
    }

    /// <summary>Starts the host, with all users watched, subscribed and read.</summary>
    public static async Task<NotifiedApp> StartAsync(
        Action<PresenceNotificationOptions>? configure = null,
        int watchers = 1,
        int users = 10,
        Action<PresenceEmulatorOptions>? tenant = null,
        bool isEncrypted = true)
    {
        NotifiedApp made = await BuildAsync(configure, watchers, users, null, tenant, isEncrypted);
        made.Watch.Users.Add(made.Graph.Users.Select(user => user.Id));
        await made.App.StartAsync(Bounded.Stop);
        await made.SubscribedAsync((Math.Min(users, 650 * watchers) + 649) / 650);
        await made.Watch.WaitUntilCurrentAsync(Bounded.Stop).BoundedAsync();
        return made;
    }

    /// <summary>Waits until there are so many subscriptions, and the manager has taken note of them.</summary>
    public Task SubscribedAsync(int count) => UntilAsync(
        () => Graph.Subscriptions.Count == count
            && Logs.Count(line => line.Contains("subscribed to", StringComparison.Ordinal)) >= count);

    /// <summary>Waits, without the clock, until a condition holds.</summary>
    public static Task UntilAsync(Func<bool> holds) => Bounded.UntilAsync(holds).BoundedAsync();

    /// <summary>Lets time pass in steps, so that everything that is due in between happens.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        TimeSpan length = step ?? TimeSpan.FromSeconds(30);
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += length)
        {
            // A request must not run out of time only because the clock is faster than this machine.
            await UntilAsync(() => Volatile.Read(ref _underWay) == 0);
            Clock.Advance(length);
            await Graph.DeliverNotificationsAsync(Bounded.Stop).BoundedAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(5), Bounded.Stop);
        }
    }

    /// <summary>Lets time pass until a condition holds.</summary>
    public async Task PassUntilAsync(Func<bool> holds, int mostMinutes = 240)
    {
        for (int i = 0; i < mostMinutes * 2 && !holds(); i++)
        {
            await PassAsync(TimeSpan.FromSeconds(30));
        }

        // What has begun meanwhile can wait for the clock.
        try
        {
            await GoOnAsync().BoundedAsync();
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(string.Join(Environment.NewLine, Logs.TakeLast(20)), e);
        }

        async Task GoOnAsync()
        {
            while (!holds())
            {
                await PassAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Waits until the watch knows a user's availability.</summary>
    public Task ShowsAsync(EmulatedUser user, string availability) => UntilAsync(
        () => AvailabilityOf(user) == availability);

    public string? AvailabilityOf(EmulatedUser user) =>
        Watch.TryGet(user.Id, out WatchedPresence? known) ? known.Presence?.AvailabilityText : null;

    /// <summary>Posts a body to the endpoint.</summary>
    public async Task<HttpStatusCode> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using HttpResponseMessage answer = await Http.PostAsync(new Uri(Path, UriKind.Relative), content, Bounded.Stop);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (App.Lifetime.ApplicationStarted.IsCancellationRequested)
        {
            await App.StopAsync(CancellationToken.None);
        }

        await App.DisposeAsync();
        await Graph.DisposeAsync();
        _owned.ForEach(one => one.Dispose());
    }

    private void Connect(PresenceClientOptions options)
    {
        options.BaseAddress = Graph.BaseAddress;
        options.ApplicationId = Graph.Application.ClientId;
        options.TimeProvider = Clock;
        options.MaxRetries = 0;
        options.AttemptTimeout = options.TotalTimeout = Timeout.InfiniteTimeSpan;
    }

    private T Own<T>(T one) where T : IDisposable
    {
        _owned.Add(one);
        return one;
    }

    private class Counter(NotifiedApp app) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref app._underWay);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref app._underWay);
            }
        }
    }

    private sealed class Recorder : Counter
    {
        private readonly NotifiedApp _app;

        public Recorder(HttpMessageHandler inner, NotifiedApp app)
            : base(app) => (_app, InnerHandler) = (app, inner);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            if (body.Length > 0)
            {
                _app.Posts.Enqueue(body);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class QueueLogs(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
