using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>Serves clearPresence, which ends the calling application's session; 404 if there is none.</summary>
internal static class ClearPresenceWrite
{
    public static readonly WriteOperation Operation = new("clearPresence", Read, ("sessionId", null));

    private static Outcome<EmulatedWrite> Read(OperationContext context, GraphBody body)
    {
        if (!WriteFields.SessionId(context, body).Succeeded(out string? sessionId, out EmulatedError? error))
        {
            return error;
        }

        return (EmulatedWrite)(presence =>
            presence.EndSession(SessionKind.Application, sessionId) ? null : EmulatedError.NoSession);
    }
}
