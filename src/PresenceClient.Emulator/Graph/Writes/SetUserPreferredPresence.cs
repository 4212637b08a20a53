namespace PresenceClient.Emulator;

/// <summary>
/// setUserPreferredPresence: for a day if it is Busy or DoNotDisturb, else for seven, unless the body says.
/// </summary>
internal static class SetUserPreferredPresence
{
    public static readonly WriteOperation Operation = new(
        "setUserPreferredPresence",
        Read,
        ("availability", null), ("activity", null), ("expirationDuration", null));

    private static Outcome<PresenceWrite> Read(OperationContext context, GraphBody body)
    {
        PresencePair[] legal = PresenceVocabulary.PreferredPairs;
        if (WriteFields.ReadPair(context, body, legal, out PresencePair pair) is { } badPair)
            return badPair;
        if (WriteFields.ReadExpiration(body, out TimeSpan? duration) is { } badDuration)
            return badDuration;
        // No range is documented; what is over before it begins is refused.
        if (duration <= TimeSpan.Zero)
            return GraphError.OutOfRange(WriteFields.ExpirationDuration);

        return (PresenceWrite)(presence =>
        {
            presence.Prefer(pair, duration);
            return null;
        });
    }
}
