namespace PresenceClient.Presences.Watching;

/// <summary>
/// The state of a user that is not what the last answer of its page says: it was reported, or refreshed; or what the
/// answer says cannot be read, or is older; or the user has just moved to this page.
/// </summary>
/// <param name="presence">The presence; null for a user who is missing.</param>
/// <param name="at">When it was observed.</param>
internal sealed class KeptState(UserPresence? presence, Observation at)
{
    public UserPresence? Presence => presence;

    public Observation At => at;

    /// <summary>
    /// Since when the service answers with a lower sequence number; null if the last answer had none.
    /// </summary>
    public DateTimeOffset? LowerNumberSince { get; set; }
}
