namespace PresenceClient;

/// <content>What applications ask of a presence most often.</content>
public sealed partial record UserPresence
{
    /// <summary>
    /// Sorts by <see cref="Reachability"/>: available users first, users of whom nothing is known last, and null after
    /// them.
    /// </summary>
    /// <remarks>Presences of equal reachability are equal to it, so a stable sort keeps their order.</remarks>
    public static IComparer<UserPresence?> ByReachability { get; } =
        Comparer<UserPresence?>.Create(static (one, other) => Rank(one).CompareTo(Rank(other)));

    /// <summary>Whether the user is in a call, alone with another person or in a conference.</summary>
    /// <remarks>
    /// True for the activities InACall and InAConferenceCall, and for the availability InACall of the current
    /// documentation. A user who is presenting is not counted: Graph does not say whether in a call or in a meeting.
    /// </remarks>
    public bool IsInCall =>
        Availability == PresenceAvailability.InACall
            || Activity is PresenceActivity.InACall or PresenceActivity.InAConferenceCall;

    /// <summary>Whether the user is in a meeting of the calendar.</summary>
    /// <remarks>
    /// True for the activity InAMeeting, and for the availability InAMeeting of the current documentation. Graph shows
    /// it while a meeting is scheduled; the user need not have joined.
    /// </remarks>
    public bool IsInMeeting =>
        Availability == PresenceAvailability.InAMeeting || Activity == PresenceActivity.InAMeeting;

    /// <summary>Whether the user is out of office.</summary>
    /// <remarks>
    /// True if <see cref="OutOfOffice"/> says so, which is the dependable sign, and also for the activity or the
    /// availability OutOfOffice: the US Government clouds have no out-of-office settings.
    /// </remarks>
    public bool IsOutOfOffice =>
        OutOfOffice?.IsOutOfOffice == true
            || Activity == PresenceActivity.OutOfOffice
            || Availability == PresenceAvailability.OutOfOffice;

    /// <summary>How well the user can be reached; <see cref="PresenceReachability"/> has the rules.</summary>
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
