namespace PresenceClient.Presences.Watching;

/// <summary>What a reader received last for a user.</summary>
/// <param name="Kind">What that was.</param>
/// <param name="Presence">The presence, if it is known; else null.</param>
internal readonly record struct Former(FormerKind Kind, UserPresence? Presence = null)
{
    /// <summary>The value for a reader that has received the latest state.</summary>
    public static Former Of(UserPresence? presence) =>
        presence is null ? new Former(FormerKind.Missing) : new Former(FormerKind.Presence, presence);
}
