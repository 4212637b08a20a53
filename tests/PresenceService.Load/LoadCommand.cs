using Microsoft.Extensions.DependencyInjection;
using PresenceClient.Emulator;
using PresenceService.Hosting;

namespace PresenceService.Load;

/// <summary>Starts the service on a free port, its tenants with faults, calls it, and judges the answers.</summary>
internal static class LoadCommand
{
    // Only the figures are printed. The pace is the higher of the limits that Microsoft documents.
    private static readonly KeyValuePair<string, string?>[] Settings =
    [
        new("Urls", "http://127.0.0.1:0"),
        new("Logging:LogLevel:Default", "Error"),
        new("Emulators:contoso:Live", "false"),
        new("Emulators:fabrikam:Live", "false"),
        new("Watch:MaxInterval", "00:00:02"),
        new("Tenants:contoso:MaxRequestsPer30Seconds", "10000"),
        new("Tenants:fabrikam:MaxRequestsPer30Seconds", "10000"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (!LoadOptions.TryRead(args, out LoadOptions options, out string fault))
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        await using ServiceHost host = await ServiceHost.StartAsync([], Settings);
        LoadFaults.Inject(host.Emulators);
        using var http = new HttpClient { BaseAddress = host.Address };
        LoadReport report = await RunAsync(host, http, options);
        report.Print(Console.Out);
        return report.Passed ? 0 : 1;
    }

    // After the last change, each stream must reach the state of its tenant.
    private static async Task<LoadReport> JudgeAsync(ServiceHost host, StreamRun streams, LoadReport report)
    {
        foreach ((_, PresenceEmulator emulator) in host.Emulators.All)
        {
            emulator.ClearFaults();
        }

        return await streams.AddToAsync(report);
    }

    /// <summary>Calls the service through an HTTP client, and judges the answers.</summary>
    public static async Task<LoadReport> RunAsync(ServiceHost host, HttpClient http, LoadOptions options)
    {
        LoadTenant[] tenants = [.. host.Emulators.All.Select(pair => new LoadTenant(pair.Key, pair.Value))];
        RequestCounter graph = host.Services.GetRequiredService<RequestCounter>();
        long before = graph.Count;
        await using StreamRun streams = await StreamRun.StartAsync(host.Address, tenants, options);
        LoadReport report = await new LoadRun(http, tenants, options).RunAsync();
        report = report with { GraphRequests = graph.Count - before };
        return options.Streams == 0 ? report : await JudgeAsync(host, streams, report);
    }
}
