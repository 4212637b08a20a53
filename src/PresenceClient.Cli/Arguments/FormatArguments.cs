using System.CommandLine;

namespace PresenceClient.Cli;

/// <summary>The options for the format of what is printed.</summary>
internal sealed class FormatArguments(string json, string csv)
{
    public Option<bool> Json { get; } = new("--json") { Description = json };

    public Option<bool> Csv { get; } = new("--csv") { Description = csv };

    /// <summary>A message for each rule that is broken.</summary>
    public IEnumerable<string> Broken(ParseResult given)
    {
        if (given.GetValue(Json) && given.GetValue(Csv))
        {
            yield return "--json and --csv cannot be combined. Give one of them.";
        }
    }

    public OutputFormat Read(ParseResult parsed) =>
        parsed.GetValue(Json) ? OutputFormat.Json
        : parsed.GetValue(Csv) ? OutputFormat.Csv
        : OutputFormat.Table;
}
