using System.Globalization;
using PresenceClient.TestSupport;

namespace PresenceClient.Benchmarks.Measuring;

/// <summary>
/// Measures rows with an older major version of Microsoft.Graph. One process cannot load both, so a second process
/// measures the same row, with that version and the Kiota version that it brings.
/// </summary>
internal static class OlderGraph
{
    public const string Version = "5.92.0";

    /// <summary>The name of the peer in the results.</summary>
    public const string Name = "MicrosoftGraph5";

    private const string Newer = " / MicrosoftGraph";

    private static readonly Lazy<Task<string>> Harness = new(BuildAsync);

    /// <summary>Adds a row with the older version after each row with the newer one, with the same limit.</summary>
    public static IEnumerable<Budget> AddTo(IEnumerable<Budget> rows)
    {
        foreach (Budget row in rows)
        {
            yield return row;
            if (row.Work.EndsWith(Newer, StringComparison.Ordinal))
            {
                yield return row with
                {
                    Work = row.Work.Replace(Newer, $" / {Name}", StringComparison.Ordinal),
                    MeasureAsync = cancel => MeasureAsync(row.Work, cancel),
                };
            }
        }
    }

    private static async Task<double> MeasureAsync(string work, CancellationToken cancellationToken)
    {
        string cost = await Dotnet.RunAsync([await Harness.Value, "--cost", work], cancellationToken);
        return double.Parse(cost, CultureInfo.InvariantCulture);
    }

    private static async Task<string> BuildAsync()
    {
        // Below the repository, whose files the harness reads.
        string folder = Repository.PathOf("artifacts", Name);
        await Dotnet.RunAsync(
            [
                "build", Repository.PathOf("benchmarks", "PresenceClient.Benchmarks"), "--configuration", "Release",
                "--artifacts-path", folder, $"-p:MicrosoftGraphVersion={Version}", "-p:RunAnalyzers=false",
            ],
            CancellationToken.None);
        return Path.Combine(folder, "bin", "PresenceClient.Benchmarks", "release", "PresenceClient.Benchmarks.dll");
    }
}
