using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph.Writes;

/// <summary>
/// Serves setUserPreferredPresence. The default duration is one day for Busy and DoNotDisturb, and seven days for
/// others.
/// </summary>
internal static class SetUserPreferredPresenceWrite
{
    public static readonly WriteOperation Operation = new(
        "setUserPreferredPresence",
        Read,
        ("availability", null), ("activity", null), ("expirationDuration", null));

    private static Outcome<EmulatedWrite> Read(OperationContext context, GraphBody body)
    {
        EmulatedPair[] legal = PresenceVocabulary.PreferredPairs;
        if (WriteFields.ReadPair(context, body, legal, out EmulatedPair pair) is { } badPair)
        {
            return badPair;
        }

        if (WriteFields.ReadExpiration(body, out TimeSpan? duration) is { } badDuration)
        {
            return badDuration;
        }

        // No range is documented. A duration that is not positive is rejected.
        if (duration <= TimeSpan.Zero)
        {
            return EmulatedError.OutOfRange(WriteFields.ExpirationDuration);
        }

        return (EmulatedWrite)(presence =>
        {
            presence.Prefer(pair, duration);
            return null;
        });
    }
}
