using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PresenceService.Endpoints;
using PresenceService.Problems;

namespace PresenceService.Hosting;

/// <summary>The service with the emulators of its configuration.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsEmulators;

    private ServiceHost(WebApplication app, EmulatedTenants emulators, bool ownsEmulators) =>
        (_app, Emulators, _ownsEmulators) = (app, emulators, ownsEmulators);

    public EmulatedTenants Emulators { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the service listens.</summary>
    public Uri Address =>
        new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.First());

    /// <summary>Serves until the process receives a signal to stop.</summary>
    /// <returns>The exit code: 1 when the service cannot start.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        WebApplicationBuilder? builder = null;
        try
        {
            builder = CreateBuilder(args);
            await using ServiceHost host = await StartAsync(builder, emulators: null, CancellationToken.None);
            await output.WriteLineAsync($"The presence wall: {host.Address}");
            host.Emulators.Print(output);
            await host._app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (StartFailure.Lines(e, builder?.Configuration["Urls"]) is { Count: > 0 } lines)
        {
            foreach (string line in lines)
            {
                await error.WriteLineAsync($"PresenceService: {line}");
            }

            return 1;
        }
    }

    /// <summary>Starts the emulators and the service; the settings override every other configuration.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="emulators">Emulators that outlive the service; null to start those of the configuration.</param>
    /// <param name="stop">Ends the start.</param>
    public static async Task<ServiceHost> StartAsync(
        string[] args,
        IEnumerable<KeyValuePair<string, string?>> settings,
        EmulatedTenants? emulators = null,
        CancellationToken stop = default)
    {
        WebApplicationBuilder builder = CreateBuilder(args);
        builder.Configuration.AddInMemoryCollection(settings);
        return await StartAsync(builder, emulators, stop);
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // appsettings.json is next to the program, whatever the current directory is.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // RunAsync prints why the service cannot start, without a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The host disposes them, or else the catch block.")]
    private static async Task<ServiceHost> StartAsync(
        WebApplicationBuilder builder, EmulatedTenants? emulators, CancellationToken stop)
    {
        bool owns = emulators is null;
        emulators ??= await EmulatedTenants.StartAsync(builder.Configuration.GetSection("Emulators"), stop);
        try
        {
            return new ServiceHost(await StartAsync(Build(builder, emulators), stop), emulators, owns);
        }
        catch when (owns)
        {
            await emulators.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_ownsEmulators)
        {
            await Emulators.DisposeAsync();
        }
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
        builder.Services.AddTenants(builder.Configuration, emulators);
        builder.Services.AddPresenceMetrics(builder.Configuration.GetValue<bool>("Metrics:Console"));
        builder.Services.AddApiDescription();
        // Before the writer of JSON, which also serves browsers.
        builder.Services.AddSingleton<IProblemDetailsWriter, HtmlProblemWriter>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Problem.Complete);
        builder.Services.AddExceptionHandler<ProblemHandler>();
        // Requests that cannot be bound get problem details like all others, in every environment.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

        WebApplication app = builder.Build();
        app.UsePageHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            // The page of a new version is shown at once.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.MapOpenApi();
        app.MapHealth();
        app.MapPeople([.. app.Configuration.GetSection("Tenants").GetChildren().Select(tenant => tenant.Key)]);
        app.MapPresence();
        app.MapTenantNotifications();
        return app;
    }
}
