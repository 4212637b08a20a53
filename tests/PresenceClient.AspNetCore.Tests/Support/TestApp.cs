using System.Net;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PresenceClient.Emulator;

namespace PresenceClient.AspNetCore.Tests.Support;

/// <summary>
/// A host with a watch of all users of an emulated tenant, on Kestrel over loopback: HTTP/1.1 on one port, HTTP/2 on
/// another. The watch sweeps only at the start, so that a test decides when something changes.
/// </summary>
internal sealed class TestApp : IAsyncDisposable
{
    // Far longer than a test waits, so that a host that waits for its streams is noticed.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMinutes(10);

    private readonly WebApplication _app;

    private TestApp(WebApplication app, PresenceEmulator graph) => (_app, Graph) = (app, graph);

    public PresenceEmulator Graph { get; }

    public PresenceWatch Watch => _app.Services.GetRequiredService<PresenceWatch>();

    /// <summary>Starts the host.</summary>
    /// <param name="events">The options of its <c>/events</c>.</param>
    /// <param name="services">Adds services.</param>
    /// <param name="map">Maps more, after <c>/events</c>.</param>
    /// <param name="people">The number of users.</param>
    public static async Task<TestApp> StartAsync(
        Action<PresenceEventsOptions>? events = null,
        Action<IServiceCollection, PresenceEmulator>? services = null,
        Action<WebApplication, IEndpointConventionBuilder>? map = null,
        int people = 3)
    {
        PresenceEmulator graph = await PresenceEmulator.StartAsync(o => o.Users = people, Bounded.Stop);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // Kestrel would close connections that do not read after some seconds.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton<TokenCredential>(_ => graph.CreateCredential());
        builder.Services.AddPresenceClient(o => (o.BaseAddress, o.MaxRetries) = (graph.BaseAddress, 0));
        builder.Services.AddPresenceWatch(o => o.Interval = TimeSpan.FromHours(1));
        services?.Invoke(builder.Services, graph);

        WebApplication app = builder.Build();
        IEndpointConventionBuilder endpoint = app.MapPresenceEvents("/events", events);
        map?.Invoke(app, endpoint);
        app.Services.GetRequiredService<PresenceWatch>().Users.Add(graph.Users.Select(user => user.Id));
        await app.StartAsync(Bounded.Stop);
        return new TestApp(app, graph);
    }

    /// <summary>Where the host listens, for a version of HTTP.</summary>
    public Uri Address(int version = 1) =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.ElementAt(version - 1));

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    /// <summary>Sets what a user's Teams client shows, and lets the watch read it.</summary>
    public async Task ShowAsync(int user, string availability, string activity)
    {
        EmulatedUser changed = Graph.Users[user];
        changed.SetTeamsClient(availability, activity);
        await Watch.RefreshAsync([changed.Id], Bounded.Stop).BoundedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
