namespace PresenceClient;

/// <content>Properties for the most frequent questions about a presence.</content>
public sealed partial record UserPresence
{
    /// <summary>
    /// A comparer that sorts by <see cref="Reachability"/>: available users first, unknown states last, null after
    /// them.
    /// </summary>
    /// <remarks>Presences with the same reachability compare as equal, so a stable sort keeps their order.</remarks>
    public static IComparer<UserPresence?> ByReachability { get; } =
        Comparer<UserPresence?>.Create(static (one, other) => Rank(one).CompareTo(Rank(other)));

    /// <summary>Whether the user is in a call, with one person or several.</summary>
    /// <remarks>
    /// True for the activities InACall and InAConferenceCall, and for the availability InACall of the current
    /// documentation. A user who is presenting is not counted, because Graph does not say whether that is in a call or
    /// a meeting.
    /// </remarks>
    public bool IsInCall =>
        Availability == PresenceAvailability.InACall
            || Activity is PresenceActivity.InACall or PresenceActivity.InAConferenceCall;

    /// <summary>Whether the user has a meeting in the calendar now.</summary>
    /// <remarks>
    /// True for the activity InAMeeting, and for the availability InAMeeting of the current documentation. Graph shows
    /// it while a meeting is scheduled, whether or not the user has joined.
    /// </remarks>
    public bool IsInMeeting =>
        Availability == PresenceAvailability.InAMeeting || Activity == PresenceActivity.InAMeeting;

    /// <summary>Whether the user is out of office.</summary>
    /// <remarks>
    /// True if <see cref="OutOfOffice"/> reports it, which is the reliable signal, or if the activity or the
    /// availability is OutOfOffice. The US Government clouds do not return out-of-office settings.
    /// </remarks>
    public bool IsOutOfOffice =>
        OutOfOffice?.IsOutOfOffice == true
            || Activity == PresenceActivity.OutOfOffice
            || Availability == PresenceAvailability.OutOfOffice;

    /// <summary>How well the user can be reached.</summary>
    /// <remarks><see cref="PresenceReachability"/> lists the rules.</remarks>
    public PresenceReachability Reachability =>
        Availability == PresenceAvailability.Offline ? PresenceReachability.Unreachable
        : WantsNoInterruption ? PresenceReachability.DoNotDisturb
        : IsAway ? PresenceReachability.Away
        : Availability switch
        {
            PresenceAvailability.Busy or PresenceAvailability.BusyIdle or PresenceAvailability.InACall
                or PresenceAvailability.InAMeeting => PresenceReachability.Busy,
            PresenceAvailability.AvailableIdle => PresenceReachability.Inactive,
            PresenceAvailability.Available
                when Activity is PresenceActivity.Inactive or PresenceActivity.AvailableInactive =>
                PresenceReachability.Inactive,
            PresenceAvailability.Available => PresenceReachability.Available,
            _ => PresenceReachability.Unknown,
        };

    private bool WantsNoInterruption =>
        Availability is PresenceAvailability.DoNotDisturb or PresenceAvailability.Focusing
                or PresenceAvailability.Presenting
            || Activity is PresenceActivity.DoNotDisturb or PresenceActivity.Focusing or PresenceActivity.Presenting
                or PresenceActivity.UrgentInterruptionsOnly;

    private bool IsAway =>
        IsOutOfOffice || Availability is PresenceAvailability.Away or PresenceAvailability.BeRightBack;

    private static int Rank(UserPresence? presence) =>
        presence is null ? int.MaxValue : (int)presence.Reachability;
}
