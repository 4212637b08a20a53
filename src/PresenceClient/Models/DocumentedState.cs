namespace PresenceClient;

/// <summary>A state of Microsoft's table of Teams states, and what can bring it about.</summary>
/// <param name="Availability">The availability.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Name">The name that people know, in English.</param>
/// <param name="IsChosen">Whether a preferred presence shows it.</param>
/// <param name="IsShownBySessions">Whether a session or a meeting shows it.</param>
internal sealed record DocumentedState(
    PresenceAvailability Availability,
    PresenceActivity Activity,
    string Name,
    bool IsChosen = false,
    bool IsShownBySessions = false)
{
    // Microsoft's guide for administrators lists Available, Busy and Away both as chosen by the user and as found by
    // Teams, and BeRightBack as chosen only. Focusing was observed as DoNotDisturb with DoNotDisturb.
    private static readonly DocumentedState[] All =
    [
        Both(PresenceAvailability.Available, PresenceActivity.Available, "Available"),
        Both(PresenceAvailability.Available, PresenceActivity.OutOfOffice, "Available (out of office)"),
        Shown(PresenceAvailability.Available, PresenceActivity.AvailableInactive, "Available (inactive)"),
        Both(PresenceAvailability.Busy, PresenceActivity.Busy, "Busy"),
        Shown(PresenceAvailability.Busy, PresenceActivity.InACall, "In a call"),
        Shown(PresenceAvailability.Busy, PresenceActivity.InAConferenceCall, "In a conference call"),
        Shown(PresenceAvailability.Busy, PresenceActivity.InAMeeting, "In a meeting"),
        Both(PresenceAvailability.DoNotDisturb, PresenceActivity.DoNotDisturb, "Do not disturb"),
        Shown(PresenceAvailability.DoNotDisturb, PresenceActivity.Focusing, "Focusing"),
        Shown(PresenceAvailability.DoNotDisturb, PresenceActivity.Presenting, "Presenting"),
        Chosen(PresenceAvailability.BeRightBack, PresenceActivity.BeRightBack, "Be right back"),
        Both(PresenceAvailability.Away, PresenceActivity.Away, "Away"),
        Chosen(PresenceAvailability.Offline, PresenceActivity.OffWork, "Offline"),
        new(PresenceAvailability.Offline, PresenceActivity.Offline, "Offline"),
    ];

    /// <summary>The state of a pair, or null for one that isn't documented.</summary>
    public static DocumentedState? Find(PresenceAvailability availability, PresenceActivity activity) =>
        Array.Find(All, state => state.Availability == availability && state.Activity == activity);

    /// <summary>The place in the documented order of sessions, the highest is the greatest; null for none.</summary>
    public static int? RankOf(PresenceAvailability availability) => availability switch
    {
        PresenceAvailability.DoNotDisturb => 4,
        PresenceAvailability.Busy => 3,
        PresenceAvailability.Available => 2,
        PresenceAvailability.Away => 1,
        _ => null,
    };

    private static DocumentedState Both(PresenceAvailability availability, PresenceActivity activity, string name) =>
        new(availability, activity, name, IsChosen: true, IsShownBySessions: true);

    private static DocumentedState Chosen(PresenceAvailability availability, PresenceActivity activity, string name) =>
        new(availability, activity, name, IsChosen: true);

    private static DocumentedState Shown(PresenceAvailability availability, PresenceActivity activity, string name) =>
        new(availability, activity, name, IsShownBySessions: true);
}
