using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>
/// Serves clearLocation, which clears the manual and the automatic layer, and clearAutomaticLocation, which clears
/// only the automatic one.
/// </summary>
internal static class ClearLocationWrite
{
    public static readonly WriteOperation ManualAndAutomatic =
        Make("clearLocation", presence => presence.ClearManualAndAutomaticLocation());

    public static readonly WriteOperation Automatic =
        Make("clearAutomaticLocation", presence => presence.ClearLocation(WorkLocation.Automatic));

    private static WriteOperation Make(string name, Action<PresenceState> clear) => new(
        name,
        (_, _) => (EmulatedWrite)(presence =>
        {
            clear(presence);
            return null;
        }));
}
