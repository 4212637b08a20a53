using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PresenceService.Endpoints;
using PresenceService.Problems;

namespace PresenceService.Hosting;

/// <summary>The service with the emulators that its configuration asks for.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceHost(WebApplication app, EmulatedTenants emulators) => (_app, Emulators) = (app, emulators);

    public EmulatedTenants Emulators { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the service listens.</summary>
    public Uri Address =>
        new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.First());

    /// <summary>Serves until the process is asked to stop.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using ServiceHost host = await StartAsync(args, []);
        host.Emulators.Print(Console.Out);
        await host._app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Starts the emulators and the service; the settings go before every other configuration.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The host disposes them; without one, the catch does.")]
    public static async Task<ServiceHost> StartAsync(
        string[] args, IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken stop = default)
    {
        // appsettings.json lies beside the program, wherever that is started from.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        EmulatedTenants emulators = await EmulatedTenants.StartAsync(
            builder.Configuration.GetSection("Emulators"), stop);
        try
        {
            return new ServiceHost(await StartAsync(Build(builder, emulators), stop), emulators);
        }
        catch
        {
            await emulators.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Emulators.DisposeAsync();
    }

    private static async Task<WebApplication> StartAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(WebApplicationBuilder builder, EmulatedTenants emulators)
    {
        builder.Services.AddTenants(builder.Configuration.GetSection("Tenants"), emulators);
        builder.Services.AddPresenceMetrics(builder.Configuration.GetValue<bool>("Metrics:Console"));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemHandler>();
        // A body that cannot be read is the caller's mistake in every environment.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealthChecks("/health");
        app.MapPresence();
        return app;
    }
}
