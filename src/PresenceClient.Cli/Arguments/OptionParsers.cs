using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PresenceBoard;

/// <summary>Turns arguments into values, or into an error that states the rule.</summary>
internal static class OptionParsers
{
    public static Option<int?> WholeNumber(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string word = result.Tokens[^1].Value;
            if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}, not '{word}'.");
            return null;
        },
    };

    public static StateFilter? State(ArgumentResult result)
    {
        string word = result.Tokens[^1].Value;
        if (StateFilter.TryParse(word) is { } filter)
        {
            return filter;
        }

        result.AddError($"--filter: '{word}' is not a state. The states are {string.Join(", ", StateFilter.Names)}.");
        return null;
    }
}
