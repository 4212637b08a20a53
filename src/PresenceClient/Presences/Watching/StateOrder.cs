namespace PresenceClient.Presences.Watching;

/// <summary>Decides whether a state of a user replaces the known one.</summary>
internal static class StateOrder
{
    /// <summary>
    /// How long answers with a lower sequence number are ignored. This library assumes that the service's servers agree
    /// within that time. A number that is still lower afterwards was reset.
    /// </summary>
    public static readonly TimeSpan LowerNumberIgnored = TimeSpan.FromMinutes(5);

    /// <summary>Compares an incoming state with the known one.</summary>
    /// <param name="incoming">The presence; null for a user who is missing.</param>
    /// <param name="at">When that was observed.</param>
    /// <param name="known">The known presence; null for a user who is missing.</param>
    /// <param name="knownAt">When that was observed.</param>
    public static Precedence Compare(
        UserPresence? incoming, in Observation at, UserPresence? known, in Observation knownAt)
    {
        if (knownAt.IsReport && !at.IsReport && at.Order < knownAt.Order && at.Since <= knownAt.Since)
        {
            return Precedence.Earlier;
        }

        if (incoming?.SequenceNumber is { } number && known?.SequenceNumber is { } knownNumber
            && string.CompareOrdinal(number, knownNumber) is not 0 and var order)
        {
            return order > 0 ? Precedence.Newer
                : IsLater(in at, in knownAt) ? Precedence.LowerNumber
                : Precedence.Earlier;
        }

        return IsLater(in at, in knownAt) ? Precedence.Newer : Precedence.Earlier;
    }

    // A read that begins after everything that is known is later, whatever the wall clock says: it can be set back.
    // A report comes from elsewhere, with its time.
    private static bool IsLater(in Observation at, in Observation knownAt) =>
        at.IsReport ? at.Since >= knownAt.Since
        : at.Order >= knownAt.Order || (knownAt.IsReport && at.Since > knownAt.Since);
}
