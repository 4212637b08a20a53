namespace PresenceClient.Emulator;

/// <summary>
/// clearLocation clears the manual and the automatic layer; clearAutomaticLocation the automatic one.
/// </summary>
internal static class ClearLocation
{
    public static Outcome<PresenceWrite> Read(OperationContext context, GraphBody body) =>
        (PresenceWrite)((presence, now) =>
        {
            presence.ClearManualAndAutomaticLocation(now);
            return null;
        });

    public static Outcome<PresenceWrite> ReadAutomatic(OperationContext context, GraphBody body) =>
        (PresenceWrite)((presence, now) =>
        {
            presence.ClearLocation(now, WorkLocation.Automatic);
            return null;
        });
}
