using PresenceClient.Benchmarks.Measuring;

namespace PresenceClient.Benchmarks.Recording;

/// <summary>The table of README that says what the package costs, rendered from the results file.</summary>
internal static class CostTable
{
    private const string Graph = " / MicrosoftGraph";
    private const string Graph5 = $" / {OlderGraph.Name}";
    private const string Json = " / SystemTextJson";

    /// <summary>Renders the table of a page again.</summary>
    /// <exception cref="ArgumentException">The page has no place for the table, or the results lack a row.</exception>
    public static string Replace(string page, Results results) => PageBlock.Replace(page, Render(results));

    private static string Render(Results results)
    {
        string Compare(string work, string peer, string time = "time") =>
            $"{results.Cost($"{work}: {time}{peer}")} of the {time}, "
                + $"{results.Cost($"{work}: bytes{peer}")} of the bytes";
        string Row(string name, string work) =>
            $"| {name} | {Compare(work, Graph)} | {Compare(work, Graph5)} | {Compare(work, Json)} |";
        string Start(string name, string work, string cost) =>
            $"| {name} | {results.Cost(work + Graph)} of the {cost} | {results.Cost(work + Graph5)} of the {cost} "
                + $"| {results.Cost(work + Json)} of the {cost} |";
        (string ourTime, string ourMegabytes) = results.LargeRead("PresenceClient");
        (string theirTime, string theirMegabytes) = results.LargeRead("MicrosoftGraph");
        const string loader = "10,000 reads through the loader";

        return string.Join('\n',
        [
            $"Measured on {results.Find("date")}. A figure is the share of what the other library takes in the same "
                + "run.",
            "",
            $"| work | next to Microsoft.Graph {results.Find("Microsoft.Graph")} | next to {OlderGraph.Version} "
                + "| next to System.Text.Json, source-generated |",
            "|---|---|---|---|",
            Start("the first presence of a process, JIT", "first presence, JIT: time", "time"),
            Start("the first presence of a process, Native AOT", "first presence, Native AOT: time", "time"),
            Start("the size of that program, Native AOT", "Native AOT: size", "size"),
            Start("the size of that program, trimmed", "trimmed: size", "size"),
            Row("the answer for 650 users, from bytes to models", "bulk answer to models, plain"),
            Row("the whole call for 650 users", "whole bulk call, plain"),
            Row("one single read", "single read, whole call"),
            $"| 10,000 single reads at once, by the loader | {results.Cost($"{loader}: requests")}; "
                + $"{Compare(loader, Graph, "CPU")} | {Compare(loader, Graph5, "CPU")} | |",
            $"| 100,000 users over loopback HTTP | {ourTime} ms and {ourMegabytes} MB, "
                + $"instead of {theirTime} ms and {theirMegabytes} MB | | |",
            $"| the published size of an app, without the sign-in | {results.Cost($"published size{Graph}")} "
                + $"| {results.Cost($"published size{Graph5}")} | |",
            "",
        ]);
    }
}
