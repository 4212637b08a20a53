using System.Globalization;

namespace PresenceClient.Benchmarks.Start;

/// <summary>What a process costs from its start.</summary>
/// <param name="First">The time until the first presence, in milliseconds.</param>
/// <param name="Bulk">The time until the bulk read that follows it, in milliseconds.</param>
/// <param name="Peak">The peak of the working set, in MB.</param>
/// <param name="Methods">The number of methods that were compiled until the first presence.</param>
internal sealed record StartCost(double First, double Bulk, double Peak, double Methods)
{
    public static string Header { get; } =
        $"{"client",-16} {"form",-11} {"first ms",9} {"bulk ms",9} {"peak MB",9} {"size MB",9} {"methods",9}";

    /// <summary>Returns the medians of several processes.</summary>
    public static StartCost Median(IReadOnlyCollection<StartCost> costs) => new(
        Median(costs.Select(cost => cost.First)),
        Median(costs.Select(cost => cost.Bulk)),
        Median(costs.Select(cost => cost.Peak)),
        Median(costs.Select(cost => cost.Methods)));

    /// <summary>Returns the value in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Formats a line of the table.</summary>
    public string Describe(string client, string form, double megabytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{client,-16} {form,-11} {First,9:0.0} {Bulk,9:0.0} {Peak,9:0.0} {megabytes,9:0.00} {Methods,9:0}");
}
