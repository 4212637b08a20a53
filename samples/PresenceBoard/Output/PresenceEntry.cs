using PresenceClient;

namespace PresenceBoard;

/// <summary>One presence for other programs. The texts are exactly what the service sent.</summary>
internal sealed record PresenceEntry
{
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    public PresenceAvailability Availability { get; init; }

    public PresenceActivity Activity { get; init; }

    public string? AvailabilityText { get; init; }

    public string? ActivityText { get; init; }

    public string? StatusMessage { get; init; }

    public bool? OutOfOffice { get; init; }

    public WorkLocationType? WorkLocation { get; init; }

    public string? SequenceNumber { get; init; }

    public static PresenceEntry Of(BoardRow row) => new()
    {
        Id = row.User.Id,
        DisplayName = row.User.DisplayName,
        UserPrincipalName = row.User.UserPrincipalName,
        Availability = row.Presence.Availability,
        Activity = row.Presence.Activity,
        AvailabilityText = row.Presence.AvailabilityText,
        ActivityText = row.Presence.ActivityText,
        StatusMessage = row.Presence.StatusMessage?.Content,
        OutOfOffice = row.Presence.OutOfOffice?.IsOutOfOffice,
        WorkLocation = row.Presence.WorkLocation?.Type,
        SequenceNumber = row.Presence.SequenceNumber,
    };
}
