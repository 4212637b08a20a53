namespace PresenceClient;

/// <summary>A status message that a user shows beside the presence.</summary>
/// <remarks>
/// Microsoft documents that <see cref="Expiry"/> and <see cref="PublishedAt"/> are not returned for another user.
/// Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/presencestatusmessage">presenceStatusMessage</see>.
/// </remarks>
public sealed record PresenceStatusMessage
{
    /// <summary>The text of the message, or null.</summary>
    public string? Content { get; init; }

    /// <summary><c>text</c> or <c>html</c>, as it came over the wire, or null. The service takes text alone.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the message ends, as a wall-clock time in a zone; null for never or not told.</summary>
    public DateTimeTimeZone? Expiry { get; init; }

    /// <summary>
    /// The moment at which the message expires; null for never (a time in the year 9999 too), not returned, or a zone
    /// not known here.
    /// </summary>
    public DateTimeOffset? ExpiresAt => Expiry?.ToDateTimeOffset();

    /// <summary>When the message was published; null when not told or not readable.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}
