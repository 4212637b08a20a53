using Azure.Core;
using OpenTelemetry.Metrics;
using PresenceClient;
using PresenceClient.Emulator;

namespace PresenceService.Hosting;

/// <summary>Registers a client for each tenant under its name, with its loader and its health check.</summary>
internal static class TenantServices
{
    public static void AddTenants(
        this IServiceCollection services, IConfiguration configuration, EmulatedTenants emulators)
    {
        services.AddSingleton<RequestCounter>();
        services.AddTransient<CountingHandler>();
        foreach (IConfigurationSection section in configuration.GetSection("Tenants").GetChildren())
        {
            string tenant = section.Key;
            services.AddKeyedPresenceClient(tenant, section).AddHttpMessageHandler<CountingHandler>();
            services.AddKeyedPresenceWatch(tenant).ShareIfConfigured(configuration);
            if (emulators.TryGet(tenant, out PresenceEmulator? emulator))
            {
                services.UseEmulator(tenant, emulator);
            }

            services.AddHealthChecks().Add(new(
                tenant,
                provider => new TenantHealth(provider.GetRequiredKeyedService<PresenceLoader>(tenant)),
                failureStatus: null,
                tags: null));
        }
    }

    public static void AddPresenceMetrics(this IServiceCollection services, bool toConsole) =>
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter("PresenceClient");
            if (toConsole)
            {
                metrics.AddConsoleExporter();
            }
        });

    // Not in the configuration, since the port is known only now.
    private static void UseEmulator(this IServiceCollection services, string tenant, PresenceEmulator emulator)
    {
        services.Configure<PresenceClientOptions>(tenant, options => options.BaseAddress = emulator.BaseAddress);
        services.AddKeyedSingleton<TokenCredential>(tenant, (_, _) => emulator.CreateCredential());
    }
}
