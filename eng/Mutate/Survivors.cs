using System.Text.RegularExpressions;
using Mutate.Running;
using PresenceClient.TestSupport;

namespace Mutate;

/// <summary>
/// The list of known survivors, <c>survivors.txt</c>: a line with the mutant, then an indented line with the reason why
/// no test can or should kill it. A survivor that isn't listed, and a listed mutant that is killed, are reported.
/// </summary>
internal static partial class Survivors
{
    private static readonly string List = Repository.PathOf("eng", "Mutate", "survivors.txt");

    public static IReadOnlyDictionary<string, string> Read() => Parse(File.ReadAllLines(List));

    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var reasons = new Dictionary<string, string>();
        string? key = null;
        foreach (string line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                key = line;
            }
            else if (key is not null)
            {
                reasons[key] = $"{reasons.GetValueOrDefault(key)} {line.Trim()}".Trim();
            }
        }

        return reasons;
    }

    /// <summary>Reads the keys of the survivors that the report of an area names.</summary>
    public static IEnumerable<string> ReadReport(string path) => File.ReadLines(path)
        .Select(line => ReportedSurvivor().Match(line))
        .Where(match => match.Success)
        .Select(match => $"{match.Groups["file"]} {match.Groups["change"]}");

    /// <summary>
    /// Returns the listed mutants that are killed, with the failure of a test; the same code may be in a member more
    /// than once.
    /// </summary>
    public static IEnumerable<string> FindKilled(IReadOnlyDictionary<string, string> listed, Report report) =>
        report.Outcomes.GroupBy(pair => pair.Key.Key)
            .Where(group => listed.ContainsKey(group.Key)
                && group.All(pair => pair.Value.Outcome is Outcome.Killed or Outcome.TimedOut))
            .Select(group => $"{group.Key}: {group.First().Value.Reason}");

    [GeneratedRegex(@"^  (survived|not covered): (?<file>[^:]+):\d+ (?<change>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ReportedSurvivor();
}
