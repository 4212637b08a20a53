using PresenceClient;

namespace PresenceBoard;

/// <summary>A person and the presence last read.</summary>
/// <param name="User">The person.</param>
/// <param name="Presence">The presence.</param>
/// <param name="ChangedAt">When it was first seen to differ from the one before; null if it never did.</param>
internal sealed record BoardRow(DirectoryUser User, UserPresence Presence, DateTimeOffset? ChangedAt)
{
    /// <summary>The row after a later reading.</summary>
    public BoardRow With(UserPresence presence, DateTimeOffset now) =>
        this with { Presence = presence, ChangedAt = LooksAlike(Presence, presence) ? ChangedAt : now };

    // The sequence number can change without a visible reason.
    private static bool LooksAlike(UserPresence one, UserPresence other) =>
        one with { SequenceNumber = null } == other with { SequenceNumber = null };
}
