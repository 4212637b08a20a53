namespace PresenceClient.Emulator.State;

/// <summary>
/// The words that presence is spoken in: which pairs a call may set, which values a Teams client may show.
/// </summary>
internal static class PresenceVocabulary
{
    /// <summary>What setPresence takes: five pairs.</summary>
    public static readonly EmulatedPair[] SessionPairs =
    [
        EmulatedPair.Available, EmulatedPair.InACall, EmulatedPair.InAConferenceCall, EmulatedPair.Away,
        EmulatedPair.Presenting,
    ];

    /// <summary>What setUserPreferredPresence takes: six pairs.</summary>
    public static readonly EmulatedPair[] PreferredPairs =
    [
        EmulatedPair.Available, EmulatedPair.Busy, EmulatedPair.DoNotDisturb, EmulatedPair.BeRightBack,
        EmulatedPair.Away, EmulatedPair.OffWork,
    ];

    /// <summary>What the location actions take.</summary>
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

    /// <summary>The pair of <paramref name="legal"/> that the texts name, or null.</summary>
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

    /// <summary>The location type in the service's spelling, or null.</summary>
    public static string? FindLocationType(string type, bool ignoreCase) =>
        Array.Find(LocationTypes, known => known.Equals(type, Comparison(ignoreCase)));

    /// <summary>A pair that a Teams client can show; the instance shares the known spellings.</summary>
    /// <exception cref="ArgumentException">A value is none that presence documents.</exception>
    public static EmulatedPair TeamsPair(string availability, string activity) =>
        new(Known(Availabilities, availability, nameof(availability)), Known(Activities, activity, nameof(activity)));

    /// <summary>The pair that somebody can choose in Teams; each availability has one.</summary>
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
            $"'{value}' is not among what can be chosen here: {string.Join(", ", values)}.", parameter);
    }

    private static StringComparison Comparison(bool ignoreCase) =>
        ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
