namespace PresenceClient.Cli;

/// <summary>A person and the presence last read.</summary>
/// <param name="User">The person.</param>
/// <param name="Presence">The presence.</param>
/// <param name="ChangedAt">When its latest change was read; null if it has not changed.</param>
internal sealed record PresenceRow(DirectoryUser User, UserPresence Presence, DateTimeOffset? ChangedAt);
