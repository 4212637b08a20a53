namespace PresenceClient.Emulator.State;

/// <summary>
/// The values of presence: the pairs that requests can set, and the states that a Teams client can show.
/// </summary>
internal static class PresenceVocabulary
{
    /// <summary>The five pairs that setPresence accepts.</summary>
    public static readonly EmulatedPair[] SessionPairs =
    [
        EmulatedPair.Available, EmulatedPair.InACall, EmulatedPair.InAConferenceCall, EmulatedPair.Away,
        EmulatedPair.Presenting,
    ];

    /// <summary>The six pairs that setUserPreferredPresence accepts.</summary>
    public static readonly EmulatedPair[] PreferredPairs =
    [
        EmulatedPair.Available, EmulatedPair.Busy, EmulatedPair.DoNotDisturb, EmulatedPair.BeRightBack,
        EmulatedPair.Away, EmulatedPair.OffWork,
    ];

    /// <summary>The types that the location actions accept.</summary>
    public static readonly string[] LocationTypes = ["office", "remote", "timeOff"];

    private static readonly string[] Availabilities =
    [
        "Available", "AvailableIdle", "Away", "BeRightBack", "Busy", "BusyIdle", "DoNotDisturb", "Offline",
    ];

    private static readonly string[] Activities =
    [
        "Available", "AvailableInactive", "Away", "BeRightBack", "Busy", "DoNotDisturb", "Focusing", "InACall",
        "InAConferenceCall", "InAMeeting", "Inactive", "Offline", "OffWork", "OutOfOffice", "Presenting",
        "UrgentInterruptionsOnly",
    ];

    /// <summary>Finds the pair of <paramref name="legal"/> with the given spelling, or null.</summary>
    public static EmulatedPair? Find(EmulatedPair[] legal, string availability, string activity, bool ignoreCase)
    {
        StringComparison comparison = Comparison(ignoreCase);
        foreach (EmulatedPair pair in legal)
        {
            if (pair.Availability.Equals(availability, comparison) && pair.Activity.Equals(activity, comparison))
            {
                return pair;
            }
        }

        return null;
    }

    /// <summary>Returns the location type in the service's spelling, or null.</summary>
    public static string? FindLocationType(string type, bool ignoreCase) =>
        Array.Find(LocationTypes, known => known.Equals(type, Comparison(ignoreCase)));

    /// <summary>Creates a pair that a Teams client can show, with shared strings for the known spellings.</summary>
    /// <exception cref="ArgumentException">Presence does not document a value.</exception>
    public static EmulatedPair TeamsPair(string availability, string activity) =>
        new(Known(Availabilities, availability, nameof(availability)), Known(Activities, activity, nameof(activity)));

    /// <summary>Returns the pair that users can choose in Teams for an availability.</summary>
    /// <exception cref="ArgumentException">The availability cannot be chosen.</exception>
    public static EmulatedPair PreferredPair(string availability)
    {
        string[] known = [.. PreferredPairs.Select(pair => pair.Availability)];
        return PreferredPairs[Array.IndexOf(known, Known(known, availability, nameof(availability)))];
    }

    private static string Known(string[] values, string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        return Array.Find(values, known => known == value) ?? throw new ArgumentException(
            $"'{value}' is not valid here. The values are {string.Join(", ", values)}.", parameter);
    }

    private static StringComparison Comparison(bool ignoreCase) =>
        ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
