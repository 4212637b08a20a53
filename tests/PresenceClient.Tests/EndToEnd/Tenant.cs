using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Emulator;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>An emulated tenant on a clock that stands still, and clients of it over either transport.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private readonly List<IDisposable> _owned = [];
    private readonly EmulatorTransport _transport;

    private Tenant(PresenceEmulator graph, FakeTimeProvider clock, EmulatorTransport transport) =>
        (Graph, Clock, _transport) = (graph, clock, transport);

    public static DateTimeOffset Start { get; } = new(2026, 8, 20, 9, 0, 0, TimeSpan.Zero);

    public PresenceEmulator Graph { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<Tenant> StartAsync(
        EmulatorTransport transport, int users = 20, Action<PresenceEmulatorOptions>? configure = null)
    {
        var clock = new FakeTimeProvider(Start);
        PresenceEmulator graph = await PresenceEmulator.StartAsync(
            options =>
            {
                (options.Users, options.TimeProvider) = (users, clock);
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken);
        return new Tenant(graph, clock, transport);
    }

    /// <summary>A client that is the seeded application.</summary>
    public PresenceServiceClient AsApplication() => Connect(Graph.CreateCredential(), Graph.Application.ClientId);

    /// <summary>A client that is an application with these roles.</summary>
    public PresenceServiceClient AsApplication(params string[] roles)
    {
        EmulatedApplication application = Graph.AddApplication(roles);
        return Connect(Graph.CreateCredential(application), application.ClientId);
    }

    /// <summary>A client that a user signed in to.</summary>
    public PresenceServiceClient AsUser(EmulatedUser user, params string[] scopes) =>
        Connect(Graph.SignIn(user, scopes), Graph.Application.ClientId);

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(o => o.Dispose());
        await Graph.DisposeAsync();
    }

    private PresenceServiceClient Connect(TokenCredential credential, string applicationId)
    {
        // The clients' clock is their own: it jumps over the waits between attempts.
        var options = new PresenceClientOptions
        {
            ApplicationId = applicationId,
            TimeProvider = new WaitClock(Start) { Jumps = true },
        };
        if (_transport == EmulatorTransport.Loopback)
        {
            options.BaseAddress = Graph.BaseAddress;
        }
        else
        {
            options.HttpMessageHandler = Own(Graph.CreateHandler());
        }

        return Own(new PresenceServiceClient(credential, options));
    }

    private T Own<T>(T disposable) where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }
}
