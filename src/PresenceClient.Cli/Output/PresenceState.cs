namespace PresenceClient.Cli;

/// <summary>A presence for other programs. The texts are exactly what the service sent.</summary>
internal record PresenceState
{
    public PresenceState(UserPresence presence)
    {
        Availability = presence.Availability;
        Activity = presence.Activity;
        AvailabilityText = presence.AvailabilityText;
        ActivityText = presence.ActivityText;
        StatusMessage = presence.StatusMessage?.Content;
        OutOfOffice = presence.OutOfOffice?.IsOutOfOffice;
        WorkLocation = presence.WorkLocation?.Type;
        SequenceNumber = presence.SequenceNumber;
    }

    public PresenceAvailability Availability { get; }

    public PresenceActivity Activity { get; }

    public string? AvailabilityText { get; }

    public string? ActivityText { get; }

    public string? StatusMessage { get; }

    public bool? OutOfOffice { get; }

    public WorkLocationType? WorkLocation { get; }

    public string? SequenceNumber { get; }
}
