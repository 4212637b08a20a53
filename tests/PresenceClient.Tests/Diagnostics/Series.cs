using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>A time series as OpenTelemetry's exporter for Prometheus names it.</summary>
/// <param name="Name">Its name, of a histogram without the ending.</param>
/// <param name="IsHistogram">Whether it is a histogram.</param>
/// <param name="Labels">Its labels, except those of the exporter.</param>
internal sealed partial record Series(string Name, bool IsHistogram, IReadOnlyCollection<string> Labels)
{
    /// <summary>Returns what an application exports once each instrument has measured something.</summary>
    public static async Task<IReadOnlyList<Series>> ScrapeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenTelemetry()
            .WithMetrics(m => m.AddMeter("PresenceClient", "PresenceClient.Redis").AddPrometheusExporter());
        await using WebApplication app = builder.Build();
        app.MapPrometheusScrapingEndpoint();
        await app.StartAsync(Test.Token);
        RecordedMetrics.RecordAll();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(handler);

        string text = await http.GetStringAsync(new Uri($"{app.Urls.Single()}/metrics"), Test.Token);

        return
        [
            .. Line().Matches(text)
                .Where(line => line.Groups["name"].Value.StartsWith("presence_", StringComparison.Ordinal))
                .GroupBy(line => Ending().Replace(line.Groups["name"].Value, ""))
                .Select(lines => new Series(
                    lines.Key,
                    lines.Any(line => line.Groups["name"].Value.EndsWith("_bucket", StringComparison.Ordinal)),
                    lines.SelectMany(line => Label().Matches(line.Groups["labels"].Value))
                        .Select(label => label.Groups[1].Value)
                        .Where(label => label != "le" && !label.StartsWith("otel_", StringComparison.Ordinal))
                        .ToHashSet())),
        ];
    }

    [GeneratedRegex(@"^(?<name>[a-z_]+)(\{(?<labels>[^}]*)\})? ", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Ending();

    [GeneratedRegex("([a-z_]+)=\"")]
    private static partial Regex Label();
}
