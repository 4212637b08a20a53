using Spectre.Console;

namespace PresenceClient.Cli;

/// <summary>The colour of each state, as in Teams, and its symbol, for terminals without colours.</summary>
internal static class StateStyle
{
    public static Color Colour(PresenceAvailability availability) => availability switch
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

    /// <summary>A symbol of one cell.</summary>
    public static char Symbol(PresenceAvailability availability) => availability switch
    {
        PresenceAvailability.Available => '✓',
        PresenceAvailability.AvailableIdle => '◔',
        PresenceAvailability.Away => '◷',
        PresenceAvailability.BeRightBack => '↺',
        PresenceAvailability.Busy => '●',
        PresenceAvailability.BusyIdle => '◐',
        PresenceAvailability.DoNotDisturb => '⊖',
        PresenceAvailability.Focusing => '◎',
        PresenceAvailability.InACall => '◉',
        PresenceAvailability.InAMeeting => '▣',
        PresenceAvailability.Offline => '○',
        PresenceAvailability.OutOfOffice => '→',
        PresenceAvailability.Presenting => '▷',
        PresenceAvailability.PresenceUnknown => '?',
        _ => '◆',
    };
}
