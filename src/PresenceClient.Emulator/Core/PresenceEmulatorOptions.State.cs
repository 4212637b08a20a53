namespace PresenceClient.Emulator;

/// <content>Choices where the documentation leaves the state of a user open.</content>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>Whether a meeting shows for a user who has no session.</summary>
    /// <remarks>Default: false, which is an assumption; without a session every user is <c>Offline</c>.</remarks>
    public bool MeetingNeedsNoSession { get; set; }

    /// <summary>Whether of two sessions with the same availability the earlier one shows.</summary>
    /// <remarks>
    /// Default: false, which is an assumption; the later one shows, and a meeting counts as set when it begins.
    /// </remarks>
    public bool EarlierSessionWinsTie { get; set; }

    /// <summary>Whether out of office shows only in <c>outOfOfficeSettings</c>, as observed in 2020.</summary>
    /// <remarks>Default: false, as documented; an available user has the activity <c>OutOfOffice</c> then.</remarks>
    public bool OutOfOfficeIsNoActivity { get; set; }

    /// <summary>Whether focus time shows as the activity <c>Focusing</c>, which the documentation lists.</summary>
    /// <remarks>Default: false; it shows as <c>DoNotDisturb</c>, as observed in 2023.</remarks>
    public bool FocusingIsAnActivity { get; set; }

    /// <summary>Whether manual and automatic work locations last until they are cleared.</summary>
    /// <remarks>
    /// Default: false, an assumption from "for the current date" in the documentation; they end with the day in UTC.
    /// </remarks>
    public bool KeepWorkLocations { get; set; }

    /// <summary>Whether all users see when a status message was published and when it expires.</summary>
    /// <remarks>Default: false, as documented; only its owner does. A report states otherwise.</remarks>
    public bool StatusTimesForEverybody { get; set; }
}
