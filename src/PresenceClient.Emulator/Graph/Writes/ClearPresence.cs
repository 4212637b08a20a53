namespace PresenceClient.Emulator;

/// <summary>clearPresence: ends the calling application's session; 404 if there is none.</summary>
internal static class ClearPresence
{
    public static readonly WriteOperation Operation = new("clearPresence", Read, ("sessionId", null));

    private static Outcome<PresenceWrite> Read(OperationContext context, GraphBody body)
    {
        if (!WriteFields.SessionId(context, body).Succeeded(out string? sessionId, out GraphError? error))
            return error;
        return (PresenceWrite)(presence =>
            presence.EndSession(SessionKind.Application, sessionId) ? null : GraphError.NoSession);
    }
}
