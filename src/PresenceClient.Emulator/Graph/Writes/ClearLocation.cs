namespace PresenceClient.Emulator;

/// <summary>
/// clearLocation clears the manual and the automatic layer; clearAutomaticLocation the automatic one.
/// </summary>
internal static class ClearLocation
{
    public static Outcome<PresenceWrite> Read(OperationContext context, GraphBody body) =>
        (PresenceWrite)(presence =>
        {
            presence.ClearManualAndAutomaticLocation();
            return null;
        });

    public static Outcome<PresenceWrite> ReadAutomatic(OperationContext context, GraphBody body) =>
        (PresenceWrite)(presence =>
        {
            presence.ClearLocation(WorkLocation.Automatic);
            return null;
        });
}
