using Azure.Core;
using OpenTelemetry.Metrics;
using PresenceClient;
using PresenceClient.Emulator;

namespace PresenceService.Hosting;

/// <summary>What the host registers: a client for each tenant, under its name, and what goes with it.</summary>
internal static class TenantServices
{
    public static void AddTenants(this IServiceCollection services, IConfiguration tenants, EmulatedTenants emulators)
    {
        services.AddSingleton<RequestCounter>();
        services.AddTransient<CountingHandler>();
        foreach (IConfigurationSection section in tenants.GetChildren())
        {
            string tenant = section.Key;
            services.AddKeyedPresenceClient(tenant, section).AddHttpMessageHandler<CountingHandler>();
            if (emulators.TryGet(tenant, out PresenceEmulator? emulator))
                services.UseEmulator(tenant, emulator);
            services.AddKeyedSingleton(tenant, (provider, _) => new FreshReads(
                provider.GetRequiredKeyedService<PresenceLoader>(tenant)));
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
                metrics.AddConsoleExporter();
        });

    // What a section can also say, but for a port that is known only now and a sign-in that never leaves the process.
    private static void UseEmulator(this IServiceCollection services, string tenant, PresenceEmulator emulator)
    {
        services.Configure<PresenceClientOptions>(tenant, options => options.BaseAddress = emulator.BaseAddress);
        services.AddKeyedSingleton<TokenCredential>(tenant, (_, _) => emulator.CreateCredential());
    }
}
