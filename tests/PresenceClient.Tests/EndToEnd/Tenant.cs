using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Emulator;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>An emulated tenant on a clock that stands still, with clients over either transport.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private readonly List<IDisposable> _owned = [];
    private readonly EmulatorTransport _transport;

    private Tenant(PresenceEmulator graph, FakeTimeProvider clock, EmulatorTransport transport) =>
        (Graph, Clock, _transport) = (graph, clock, transport);

    public static DateTimeOffset Start => ClockedTenant.Start;

    public PresenceEmulator Graph { get; }

    public FakeTimeProvider Clock { get; }

    public static Task<Tenant> StartAsync(EmulatorTransport transport, int users = 20) =>
        StartAsync(transport, o => o.Users = users);

    public static async Task<Tenant> StartAsync(
        EmulatorTransport transport, Action<PresenceEmulatorOptions> configure)
    {
        ClockedTenant tenant = await ClockedTenant.StartAsync(users: 100, configure);
        return new Tenant(tenant.Emulator, tenant.Clock, transport);
    }

    /// <summary>A client that signs in as the seeded application.</summary>
    public PresenceServiceClient AsApplication() => Connect(Graph.CreateCredential(), Graph.Application.ClientId);

    /// <summary>A client that signs in as an application with these roles.</summary>
    public PresenceServiceClient AsApplication(params string[] roles)
    {
        EmulatedApplication application = Graph.AddApplication(roles);
        return Connect(Graph.CreateCredential(application), application.ClientId);
    }

    /// <summary>A client that a user has signed in to.</summary>
    public PresenceServiceClient AsUser(EmulatedUser user, params string[] scopes) =>
        Connect(Graph.SignIn(user, scopes), Graph.Application.ClientId);

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(o => o.Dispose());
        await Graph.DisposeAsync();
    }

    private PresenceServiceClient Connect(TokenCredential credential, string applicationId)
    {
        // The clients have a separate clock that jumps over the waits between attempts.
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
