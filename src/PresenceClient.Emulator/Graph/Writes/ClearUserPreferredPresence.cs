namespace PresenceClient.Emulator;

/// <summary>
/// clearUserPreferredPresence: takes an empty object or no body; 200 even if there is nothing to clear.
/// </summary>
internal static class ClearUserPreferredPresence
{
    public static readonly WriteOperation Operation = new("clearUserPreferredPresence", Read);

    private static Outcome<PresenceWrite> Read(OperationContext context, GraphBody body) =>
        (PresenceWrite)(presence =>
        {
            presence.ClearPreference();
            return null;
        });
}
