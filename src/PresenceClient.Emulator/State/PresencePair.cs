namespace PresenceClient.Emulator;

/// <summary>An availability and the activity beside it, in the service's own spelling.</summary>
internal readonly record struct PresencePair(string Availability, string Activity)
{
    public static readonly PresencePair Available = new("Available", "Available");
    public static readonly PresencePair AvailableOutOfOffice = new("Available", "OutOfOffice");
    public static readonly PresencePair AvailableInactive = new("Available", "AvailableInactive");
    public static readonly PresencePair Away = new("Away", "Away");
    public static readonly PresencePair BeRightBack = new("BeRightBack", "BeRightBack");
    public static readonly PresencePair Busy = new("Busy", "Busy");
    public static readonly PresencePair DoNotDisturb = new("DoNotDisturb", "DoNotDisturb");
    public static readonly PresencePair Focusing = new("DoNotDisturb", "Focusing");
    public static readonly PresencePair InACall = new("Busy", "InACall");
    public static readonly PresencePair InAConferenceCall = new("Busy", "InAConferenceCall");
    public static readonly PresencePair InAMeeting = new("Busy", "InAMeeting");
    public static readonly PresencePair Offline = new("Offline", "Offline");
    public static readonly PresencePair OffWork = new("Offline", "OffWork");
    public static readonly PresencePair Presenting = new("DoNotDisturb", "Presenting");
    public static readonly PresencePair Unknown = new("PresenceUnknown", "PresenceUnknown");

    /// <summary>Where the pair stands among sessions: the highest is what people see.</summary>
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
