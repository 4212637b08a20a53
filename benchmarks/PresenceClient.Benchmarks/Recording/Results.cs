using System.Text.RegularExpressions;

namespace PresenceClient.Benchmarks.Recording;

/// <summary>The lines of the results file by what they are about.</summary>
internal sealed partial class Results(string text)
{
    private readonly Dictionary<string, string> _costs =
        BudgetLine().Matches(text).ToDictionary(m => m.Groups["work"].Value, m => m.Groups["cost"].Value);

    /// <summary>Returns the cost in a row of the budgets, for example <c>1/22</c> or <c>16 requests</c>.</summary>
    public string Cost(string work) => FindCost(work) ?? throw Lacks(work);

    /// <summary>Returns the cost in a row of the budgets, or null if the results have no such row.</summary>
    public string? FindCost(string work) => _costs.GetValueOrDefault(work);

    /// <summary>Returns the value of a line of the heading, for example <c>date</c>.</summary>
    public string Find(string name) => Match($@"^{Regex.Escape(name)}: (.+)$", name).Groups[1].Value;

    /// <summary>Returns how long a client's large read took, and the megabytes that it allocated.</summary>
    public (string Milliseconds, string Megabytes) LargeRead(string client)
    {
        Match line = Match($@"^{client} +\d+ +\d+ +(\d+) +\d+ +([\d.]+)$", $"--read, {client}");
        return (line.Groups[1].Value, line.Groups[2].Value);
    }

    /// <summary>Returns the megabytes of the published program of a client in a form.</summary>
    public string FindSize(string client, string form) => Match(
        $@"^{client} +{Regex.Escape(form)} +[\d.]+ +[\d.]+ +[\d.]+ +([\d.]+) ", $"--start, {client}, {form}")
        .Groups[1].Value;

    private Match Match(string pattern, string what) =>
        Regex.Match(text, pattern, RegexOptions.Multiline) is { Success: true } match ? match : throw Lacks(what);

    private static ArgumentException Lacks(string what) =>
        new($"The results have no line for '{what}'. Measure again with --record.");

    [GeneratedRegex(@"^(?<work>\S.*?) {2,}(?<cost>\S+( \S+)?) +budget ", RegexOptions.Multiline)]
    private static partial Regex BudgetLine();
}
