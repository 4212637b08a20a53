namespace PresenceClient;

/// <summary>The status message that Teams shows with a user's presence.</summary>
/// <remarks>
/// Microsoft documents that <see cref="Expiry"/> and <see cref="PublishedAt"/> are not returned for another user.
/// Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/presencestatusmessage">presenceStatusMessage</see>.
/// </remarks>
public sealed record PresenceStatusMessage
{
    /// <summary>The text of the message, or null.</summary>
    public string? Content { get; init; }

    /// <summary>The content type, <c>text</c> or <c>html</c>, exactly as the service sent it, or null.</summary>
    /// <remarks>Writes accept only text.</remarks>
    public string? ContentType { get; init; }

    /// <summary>
    /// The expiry as a wall-clock time with a time zone; null if the message does not expire or the service does not
    /// return it.
    /// </summary>
    public DateTimeTimeZone? Expiry { get; init; }

    /// <summary>The time at which the message expires.</summary>
    /// <remarks>
    /// Null if it does not expire (including a time in the year 9999), if the service does not return it, or if the
    /// time zone is unknown on this machine.
    /// </remarks>
    public DateTimeOffset? ExpiresAt => Expiry?.ToDateTimeOffset();

    /// <summary>The time at which the message was published; null if it is missing or can't be parsed.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}
