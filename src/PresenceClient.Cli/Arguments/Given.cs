using System.CommandLine;

namespace PresenceClient.Cli;

/// <summary>Looks into a parsed command line.</summary>
internal static class Given
{
    /// <summary>Whether the command line has an option. Its default value does not count.</summary>
    public static bool Has(this ParseResult given, Option option) =>
        given.GetResult(option) is { Implicit: false };

    /// <summary>A message for the first option whose value is blank, as that of a variable that is not set.</summary>
    public static IEnumerable<string> Blank(this ParseResult given, IEnumerable<Option<string?>> texts) => texts
        .Where(text => given.GetValue(text) is { } value && string.IsNullOrWhiteSpace(value))
        .Select(text => $"{text.Name} is blank. Give it a value, or leave it out.")
        .Take(1);
}
