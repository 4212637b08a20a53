using System.CommandLine;
using System.Globalization;

namespace PresenceClient.Cli;

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

    /// <summary>An option for people with an availability or an activity.</summary>
    public static Option<StateFilter?> State(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "STATE",
        CustomParser = result =>
        {
            string word = result.Tokens[^1].Value;
            if (StateFilter.TryParse(word) is { } filter)
            {
                return filter;
            }

            result.AddError(
                $"{name}: '{word}' is not a state. The states are {string.Join(", ", StateFilter.Names)}.");
            return null;
        },
    };
}
