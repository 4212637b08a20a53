using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>The tables of docs/telemetry.md.</summary>
internal static partial class TelemetryPage
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs/telemetry.md"));

    private static readonly string[][] Rows =
        [.. Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    /// <summary>The instruments: their names, kinds, units and tags.</summary>
    public static IReadOnlyList<(string Name, string Kind, string Unit, string[] Tags)> Instruments { get; } =
    [
        .. Rows.Where(row => row[0].StartsWith("`presence.client.", StringComparison.Ordinal))
            .Select(row => (row[0].Trim('`'), row[1], row[2].Trim('`'), Names(row[3]))),
    ];

    /// <summary>The log events of a category: their ids, levels, names and messages.</summary>
    public static IEnumerable<(string Id, string Level, string Name, string Message)> EventsOf(string category) =>
        Rows.Where(row => row[0] == category && char.IsAsciiDigit(row[1][0]))
            .Select(row => (row[1], row[2], row[3].Trim('`'), row[4]));

    /// <summary>The activities: their names, kinds and tags.</summary>
    public static IEnumerable<(string Name, string Kind, string[] Tags)> Activities =>
        Rows.Where(row => row[1] is "Client" or "Internal").Select(row => (Names(row[0])[0], row[1], Names(row[2])));

    /// <summary>The operations, from the list below its heading.</summary>
    public static IEnumerable<string> Operations => Names(string.Join(' ', Lines
        .SkipWhile(line => line != "## Operations").Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))));

    private static string[] Names(string text) => [.. Name().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
