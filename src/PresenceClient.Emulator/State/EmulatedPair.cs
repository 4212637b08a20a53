namespace PresenceClient.Emulator.State;

/// <summary>An availability and an activity, in the service's spelling.</summary>
internal readonly record struct EmulatedPair(string Availability, string Activity)
{
    public static readonly EmulatedPair Available = new("Available", "Available");
    public static readonly EmulatedPair AvailableOutOfOffice = new("Available", "OutOfOffice");
    public static readonly EmulatedPair AvailableInactive = new("Available", "AvailableInactive");
    public static readonly EmulatedPair Away = new("Away", "Away");
    public static readonly EmulatedPair BeRightBack = new("BeRightBack", "BeRightBack");
    public static readonly EmulatedPair Busy = new("Busy", "Busy");
    public static readonly EmulatedPair DoNotDisturb = new("DoNotDisturb", "DoNotDisturb");
    public static readonly EmulatedPair Focusing = new("DoNotDisturb", "Focusing");
    public static readonly EmulatedPair InACall = new("Busy", "InACall");
    public static readonly EmulatedPair InAConferenceCall = new("Busy", "InAConferenceCall");
    public static readonly EmulatedPair InAMeeting = new("Busy", "InAMeeting");
    public static readonly EmulatedPair Offline = new("Offline", "Offline");
    public static readonly EmulatedPair OffWork = new("Offline", "OffWork");
    public static readonly EmulatedPair Presenting = new("DoNotDisturb", "Presenting");
    public static readonly EmulatedPair Unknown = new("PresenceUnknown", "PresenceUnknown");

    /// <summary>The rank of the pair among sessions. The highest rank is visible.</summary>
    public int Rank => Availability switch
    {
        "DoNotDisturb" => 7,
        "Busy" => 6,
        "BusyIdle" => 5,
        "Available" => Activity is "AvailableInactive" or "Inactive" ? 3 : 4,
        "AvailableIdle" => 3,
        "BeRightBack" => 2,
        "Away" => 1,
        _ => 0,
    };
}
