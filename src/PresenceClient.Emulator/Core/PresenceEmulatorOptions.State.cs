namespace PresenceClient.Emulator;

/// <summary>What the documentation leaves open about a user's state.</summary>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>
    /// Whether a meeting shows for somebody who has no session at all. By default, an assumption, it does not: without
    /// a session everybody is <c>Offline</c>.
    /// </summary>
    public bool MeetingNeedsNoSession { get; set; }

    /// <summary>
    /// Whether of two sessions with the same availability the one set earlier shows. By default, an assumption, the one
    /// set later does, and a meeting counts as set when it begins.
    /// </summary>
    public bool EarlierSessionWinsTie { get; set; }

    /// <summary>
    /// Whether being out of office shows in <c>outOfOfficeSettings</c> alone, as was observed in 2020. By default, as
    /// documented, somebody Available has the activity <c>OutOfOffice</c> then.
    /// </summary>
    public bool OutOfOfficeIsNoActivity { get; set; }

    /// <summary>
    /// Whether focusing shows as the activity <c>Focusing</c>, which the documentation lists. By default it shows as
    /// <c>DoNotDisturb</c>, as was observed in 2023.
    /// </summary>
    public bool FocusingIsAnActivity { get; set; }

    /// <summary>
    /// Whether manual and automatic work locations last until they are cleared. By default, an assumption from the
    /// documentation's "for the current date", they end with the day, by UTC.
    /// </summary>
    public bool KeepWorkLocations { get; set; }

    /// <summary>
    /// Whether everybody sees when a status message was published and when it expires. By default, as documented, only
    /// its owner does; a report says otherwise.
    /// </summary>
    public bool StatusTimesForEverybody { get; set; }
}
