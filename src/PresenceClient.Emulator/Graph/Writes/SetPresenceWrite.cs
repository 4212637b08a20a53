using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>
/// Serves setPresence, which sets the calling application's session. The default duration is five minutes.
/// </summary>
internal static class SetPresenceWrite
{
    public static readonly WriteOperation Operation = new(
        "setPresence",
        Read,
        ("sessionId", null), ("availability", null), ("activity", null), ("expirationDuration", null));

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private static Outcome<EmulatedWrite> Read(OperationContext context, GraphBody body)
    {
        if (!WriteFields.SessionId(context, body).Succeeded(out string? sessionId, out EmulatedError? error))
        {
            return error;
        }

        if (WriteFields.ReadPair(context, body, PresenceVocabulary.SessionPairs, out EmulatedPair pair) is { } badPair)
        {
            return badPair;
        }

        if (WriteFields.ReadExpiration(body, out TimeSpan? duration) is { } badDuration)
        {
            return badDuration;
        }

        if (duration < Shortest || duration > Longest)
        {
            return EmulatedError.OutOfRange(WriteFields.ExpirationDuration);
        }

        return (EmulatedWrite)(presence =>
        {
            presence.SetSession(SessionKind.Application, sessionId, pair, duration ?? Shortest);
            return null;
        });
    }
}
