namespace PresenceClient.Cli;

/// <summary>Selects the people with one availability or activity.</summary>
internal sealed class StateFilter
{
    private StateFilter(string name) => Name = name;

    /// <summary>Every state that can be selected.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enum.GetNames<PresenceAvailability>()
            .Union(Enum.GetNames<PresenceActivity>())
            .Order(StringComparer.Ordinal),
    ];

    public string Name { get; }

    /// <summary>Reads a state in any case, with or without hyphens and blanks; null if it is unknown.</summary>
    public static StateFilter? TryParse(string text) => Find(Names, text) is { } name ? new StateFilter(name) : null;

    /// <summary>Finds a name in any case, with or without hyphens and blanks; null if there is none.</summary>
    public static string? Find(IEnumerable<string> names, string text)
    {
        string letters = string.Concat(text.Where(c => c is not ('-' or '_' or ' ')));
        return names.FirstOrDefault(name => name.Equals(letters, StringComparison.OrdinalIgnoreCase));
    }

    public bool Matches(UserPresence presence) =>
        presence.Availability.ToString() == Name || presence.Activity.ToString() == Name;

    /// <summary>Whether a user enters the state, leaves it, or changes in it.</summary>
    public bool Matches(PresenceChange change) =>
        (change.Previous is { } before && Matches(before)) || (change.Current is { } now && Matches(now));
}
