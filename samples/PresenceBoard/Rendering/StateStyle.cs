using PresenceClient;
using Spectre.Console;

namespace PresenceBoard;

/// <summary>The colour of a state, as Teams has it, and the dot in front of it.</summary>
internal static class StateStyle
{
    public const string Dot = "●";

    public static Color For(PresenceAvailability availability) => availability switch
    {
        PresenceAvailability.Available or PresenceAvailability.AvailableIdle => Color.Green,
        PresenceAvailability.Away or PresenceAvailability.BeRightBack => Color.Yellow,
        PresenceAvailability.DoNotDisturb or PresenceAvailability.Focusing or PresenceAvailability.Presenting =>
            Color.Maroon,
        PresenceAvailability.Busy or PresenceAvailability.BusyIdle
            or PresenceAvailability.InACall or PresenceAvailability.InAMeeting => Color.Red,
        PresenceAvailability.OutOfOffice => Color.Fuchsia,
        _ => Color.Grey,
    };
}
