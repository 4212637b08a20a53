using System.Globalization;
using PresenceClient.Benchmarks.Measuring;
using PresenceClient.Benchmarks.Start;

namespace PresenceClient.Benchmarks.Recording;

/// <summary>
/// The table of <c>docs/comparison.md</c> with every cost that is measured against another library, rendered from the
/// results file.
/// </summary>
internal static class ComparisonTable
{
    private const string Ours = "PresenceClient";
    private const string Graph = "MicrosoftGraph";
    private const string NotMeasured = "not measured";

    private static readonly string[] Peers = [Graph, OlderGraph.Name, "SystemTextJson"];

    private static readonly (string Name, string Work)[] Rows =
    [
        ("first presence of a process, JIT: time", "first presence, JIT: time"),
        ("first presence of a process, ReadyToRun: time", "first presence, ReadyToRun: time"),
        ("first presence of a process, trimmed: time", "first presence, trimmed: time"),
        ("first presence of a process, Native AOT: time", "first presence, Native AOT: time"),
        ("that program, trimmed: size", "trimmed: size"),
        ("that program, Native AOT: size", "Native AOT: size"),
        ("an app that needs .NET installed, without the sign-in: size", "published size"),
        ("one single read, whole call: time", "single read, whole call: time"),
        ("one single read, whole call: bytes", "single read, whole call: bytes"),
        ("650 users, whole call: time", "whole bulk call, plain: time"),
        ("650 users, whole call: bytes", "whole bulk call, plain: bytes"),
        ("650 plain users, from bytes to models: time", "bulk answer to models, plain: time"),
        ("650 plain users, from bytes to models: bytes", "bulk answer to models, plain: bytes"),
        ("650 rich users, from bytes to models: time", "bulk answer to models, rich: time"),
        ("650 rich users, from bytes to models: bytes", "bulk answer to models, rich: bytes"),
        ("10,000 single reads at once, by the loader: CPU", "10,000 reads through the loader: CPU"),
        ("10,000 single reads at once, by the loader: bytes", "10,000 reads through the loader: bytes"),
    ];

    /// <summary>Renders the table of a page again.</summary>
    /// <exception cref="ArgumentException">The page has no place for the table.</exception>
    public static string Replace(string page, Results results) => PageBlock.Replace(page, Render(results));

    private static string Render(Results results) => string.Join('\n',
    [
        $"Measured on {results.Find("date")}.",
        "",
        $"| work and cost | Microsoft.Graph {results.Find("Microsoft.Graph")} "
            + $"| Microsoft.Graph {OlderGraph.Version} | `HttpClient` and System.Text.Json |",
        "|---|---|---|---|",
        .. Rows.Select(row =>
            Row(row.Name, peer => Share(results.FindCost($"{row.Work} / {peer}")))),
        Row("the start program, framework-dependent: size in MB", peer =>
            Pair(results.FindSize(Ours, StartForm.Jit.Name), results.FindSize(peer, StartForm.Jit.Name))),
        Row("100,000 users over loopback HTTP: ms", peer => peer == Graph
            ? Pair(results.LargeRead(Ours).Milliseconds, results.LargeRead(Graph).Milliseconds)
            : NotMeasured),
        Row("100,000 users over loopback HTTP: MB", peer => peer == Graph
            ? Pair(results.LargeRead(Ours).Megabytes, results.LargeRead(Graph).Megabytes)
            : NotMeasured),
        "",
    ]);

    private static string Row(string name, Func<string, string> cell) =>
        $"| {name} | {string.Join(" | ", Peers.Select(cell))} |";

    // A share, for example 1.52, or a part, for example 1/19.9.
    private static string Share(string? cost) => cost is null or "n/a"
        ? NotMeasured
        : Bold(cost, double.TryParse(cost, CultureInfo.InvariantCulture, out double share) && share > 1);

    private static string Pair(string our, string their) =>
        Bold($"{our} instead of {their}", Number(our) > Number(their));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Bold(string text, bool isLoss) => isLoss ? $"**{text}**" : text;
}
