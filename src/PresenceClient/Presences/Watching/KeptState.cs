namespace PresenceClient.Presences.Watching;

/// <summary>
/// The state of a user that differs from the last answer of its page: it was reported or refreshed, the entry in the
/// answer is older or cannot be read, or the user has just moved to this page.
/// </summary>
/// <param name="presence">The presence; null for a user who is missing.</param>
/// <param name="at">When it was observed.</param>
internal sealed class KeptState(UserPresence? presence, Observation at)
{
    public UserPresence? Presence => presence;

    public Observation At { get; private set; } = at;

    /// <summary>
    /// The time since which the service answers with a lower sequence number; null if the last answer did not.
    /// </summary>
    public DateTimeOffset? LowerNumberSince { get; set; }

    /// <summary>Notes that a source has confirmed the state, unless that was earlier.</summary>
    public void Confirm(DateTimeOffset readAt)
    {
        if (readAt > At.ReadAt)
        {
            At = At with { ReadAt = readAt };
        }
    }
}
