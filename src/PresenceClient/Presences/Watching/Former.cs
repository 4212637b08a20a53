namespace PresenceClient.Presences.Watching;

/// <summary>What a reader got last of a user.</summary>
/// <param name="Kind">What kind of news that was.</param>
/// <param name="Presence">The presence, where it is known; else null.</param>
internal readonly record struct Former(FormerKind Kind, UserPresence? Presence = null)
{
    /// <summary>What a reader has got who knows the latest state.</summary>
    public static Former Of(UserPresence? presence) =>
        presence is null ? new Former(FormerKind.Missing) : new Former(FormerKind.Presence, presence);
}
