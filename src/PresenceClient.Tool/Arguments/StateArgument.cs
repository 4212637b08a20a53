using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>The argument for a state: a name, or an availability and an activity.</summary>
internal static class StateArgument
{
    /// <summary>Creates the argument for the states of an enum.</summary>
    /// <param name="description">The text of the help.</param>
    /// <param name="pairOf">The availability and the activity of a state.</param>
    /// <param name="advise">What to do about a text that is neither; null for no advice.</param>
    public static Argument<PresencePair> Create<T>(
        string description, Func<T, PresencePair> pairOf, Func<string, string?> advise)
        where T : struct, Enum => new("STATE")
        {
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[^1].Value;
                if (TryRead(text, pairOf) is { } pair)
                {
                    return pair;
                }

                string states = string.Join(", ", Enum.GetNames<T>());
                result.AddError(text.StartsWith('-')
                    ? ArgumentText.NotAnOption(text)
                    : $"'{text}' is not a state. The states are {states}, or AVAILABILITY/ACTIVITY for "
                        + $"another pair.{advise(text)}");
                return default;
            },
        };

    /// <summary>The name of a state in any case, with or without hyphens and blanks; null if it is unknown.</summary>
    public static string? NameOf<T>(string text)
        where T : struct, Enum => StateFilter.Find(Enum.GetNames<T>(), text);

    private static PresencePair? TryRead<T>(string text, Func<T, PresencePair> pairOf)
        where T : struct, Enum => text.Split('/', StringSplitOptions.TrimEntries) switch
        {
            [string name] when NameOf<T>(name) is { } state => pairOf(Enum.Parse<T>(state)),
            // A value that this version does not know is sent as it is written.
            [{ Length: > 0 } availability, { Length: > 0 } activity] => new PresencePair(
                NameOf<PresenceAvailability>(availability) ?? availability,
                NameOf<PresenceActivity>(activity) ?? activity),
            _ => null,
        };
}
