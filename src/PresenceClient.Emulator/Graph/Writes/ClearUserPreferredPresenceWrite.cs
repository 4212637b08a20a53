using PresenceClient.Emulator.Protocol;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>
/// Serves clearUserPreferredPresence, with an empty object or no body; 200 even if there is nothing to clear.
/// </summary>
internal static class ClearUserPreferredPresenceWrite
{
    public static readonly WriteOperation Operation = new("clearUserPreferredPresence", Read);

    private static Outcome<EmulatedWrite> Read(OperationContext context, GraphBody body) =>
        (EmulatedWrite)(presence =>
        {
            presence.ClearPreference();
            return null;
        });
}
