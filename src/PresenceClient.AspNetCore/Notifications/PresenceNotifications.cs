namespace PresenceClient;

/// <summary>The notifications of one post, validated and decrypted.</summary>
public sealed record PresenceNotifications
{
    /// <summary>The notifications with the right client state, in the order of the post.</summary>
    public required IReadOnlyList<PresenceNotification> Items { get; init; }

    /// <summary>The number of notifications that were left out, because their client state is wrong.</summary>
    public int Rejected { get; init; }
}
