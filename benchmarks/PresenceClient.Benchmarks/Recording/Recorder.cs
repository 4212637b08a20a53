using System.Globalization;
using BenchmarkDotNet.Environments;
using PresenceClient.Benchmarks.LargeRead;
using PresenceClient.Benchmarks.LargeWatch;
using PresenceClient.Benchmarks.Measuring;
using PresenceClient.Benchmarks.Start;
using PresenceClient.TestSupport;

namespace PresenceClient.Benchmarks.Recording;

/// <summary>Writes <c>benchmarks/results.txt</c>, and the pages with figures from it.</summary>
internal static class Recorder
{
    private const int UsersRead = 100_000;
    private const int UsersWatched = 1_000_000;

    /// <summary>The one file of results. The figures of all pages come from it.</summary>
    public static string ResultsFile => Repository.PathOf("benchmarks", "results.txt");

    /// <summary>The page with the cost table.</summary>
    public static string Page => Repository.PathOf("README.md");

    /// <summary>The page that compares the package with its peers.</summary>
    public static string ComparisonPage => Repository.PathOf("docs", "comparison.md");

    /// <summary>The page with all results.</summary>
    public static string AllResultsPage => Repository.PathOf("benchmarks", "README.md");

    /// <summary>Measures everything, writes the files, and prints the results.</summary>
    /// <returns>The exit code of the budgets.</returns>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var results = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        await results.WriteLineAsync($"date: {DateTime.UtcNow:yyyy-MM-dd}");
        await results.WriteLineAsync($"Microsoft.Graph: {PublishedSize.PeerVersion}");
        foreach (string line in HostEnvironmentInfo.GetCurrent().ToFormattedString())
        {
            await results.WriteLineAsync(line);
        }

        await results.WriteLineAsync("\n--budgets\n");
        int code = await Budgets.RunAsync(results, BudgetTable.Rows, cancellationToken);
        await results.WriteLineAsync("\n--start\n");
        code |= await StartRun.RunAsync(results, cancellationToken);
        await results.WriteLineAsync($"\n--read {UsersRead}\n");
        await LargeReadRun.RunAsync(results, UsersRead, cancellationToken);
        await results.WriteLineAsync($"\n--watch {UsersWatched}\n");
        await LargeWatchRun.RunAsync(results, UsersWatched, cancellationToken);

        string text = results.ToString();
        await File.WriteAllTextAsync(ResultsFile, text, cancellationToken);
        await WritePagesAsync(cancellationToken);
        await output.WriteLineAsync(text);
        return code;
    }

    /// <summary>Writes the pages from the file of results.</summary>
    public static async Task WritePagesAsync(CancellationToken cancellationToken)
    {
        string text = await File.ReadAllTextAsync(ResultsFile, cancellationToken);
        string page = await File.ReadAllTextAsync(Page, cancellationToken);
        await File.WriteAllTextAsync(Page, CostTable.Replace(page, new Results(text)), cancellationToken);
        string comparison = await File.ReadAllTextAsync(ComparisonPage, cancellationToken);
        await File.WriteAllTextAsync(
            ComparisonPage, ComparisonTable.Replace(comparison, new Results(text)), cancellationToken);
        string all = await File.ReadAllTextAsync(AllResultsPage, cancellationToken);
        await File.WriteAllTextAsync(AllResultsPage, ReplaceResults(all, text), cancellationToken);
    }

    /// <summary>Returns the page of all results with these results.</summary>
    public static string ReplaceResults(string page, string results) =>
        PageBlock.Replace(page, $"\n```\n{results}```\n\n");
}
