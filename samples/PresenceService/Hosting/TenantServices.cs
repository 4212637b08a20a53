using Azure.Core;
using OpenTelemetry.Metrics;
using PresenceClient;
using PresenceClient.Emulator;
using PresenceService.People;

namespace PresenceService.Hosting;

/// <summary>
/// Registers a client for each tenant under its name, with its loader, its watch, its directory and its health checks.
/// </summary>
internal static class TenantServices
{
    public static void AddTenants(
        this IServiceCollection services, IConfiguration configuration, EmulatedTenants emulators)
    {
        var directory = TimeSpan.FromMinutes(configuration.GetValue("Directory:MaxAgeMinutes", 15.0));
        services.AddSingleton<RequestCounter>();
        services.AddTransient<CountingHandler>();
        foreach (IConfigurationSection section in configuration.GetSection("Tenants").GetChildren())
        {
            string tenant = section.Key;
            services.AddKeyedPresenceClient(tenant, section).AddHttpMessageHandler<CountingHandler>();
            if (emulators.TryGet(tenant, out PresenceEmulator? emulator))
            {
                services.UseEmulator(tenant, emulator);
            }

            // A tenant that refuses reads can get the consent later: the page shows the trouble until then.
            services.AddKeyedPresenceWatch(tenant, watch => watch.OnRefusal = PresenceWatchRefusal.KeepTrying)
                .Bind(configuration.GetSection("Watch"))
                .ShareIfConfigured(configuration)
                .AddTenantNotifications(configuration.GetSection("Notifications").GetSection(tenant), emulator);
            services.AddKeyedPresenceHealthChecks(tenant);
            services.AddKeyedSingleton(tenant, (provider, _) => new TenantDirectory(
                provider.GetRequiredKeyedService<PresenceServiceClient>(tenant),
                provider.GetRequiredKeyedService<PresenceWatch>(tenant),
                TeamsOf(configuration.GetSection("Teams").GetSection(tenant), emulator),
                directory,
                TimeProvider.System));
        }
    }

    public static void AddPresenceMetrics(this IServiceCollection services, bool toConsole) =>
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter("PresenceClient", "PresenceClient.Redis");
            if (toConsole)
            {
                metrics.AddConsoleExporter();
            }
        });

    // By id. The emulated teams are the groups that have no groups.
    private static Dictionary<string, string> TeamsOf(IConfiguration teams, PresenceEmulator? emulator)
    {
        var names = teams.GetChildren().ToDictionary(team => team.Value ?? "", team => team.Key);
        foreach (EmulatedGroup group in emulator?.Groups.Where(group => group.Groups.Count == 0) ?? [])
        {
            names.TryAdd(group.Id, group.DisplayName);
        }

        return names;
    }

    // Not in the configuration, since the port is known only now.
    private static void UseEmulator(this IServiceCollection services, string tenant, PresenceEmulator emulator)
    {
        services.Configure<PresenceClientOptions>(tenant, options => options.BaseAddress = emulator.BaseAddress);
        services.AddKeyedSingleton<TokenCredential>(tenant, (_, _) => emulator.CreateCredential());
    }
}
