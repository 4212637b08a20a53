namespace PresenceClient;

/// <summary>The presence of a user, as read from Microsoft Graph.</summary>
/// <remarks>
/// <para>The texts are stored and the enums are derived from them, so they always agree. Setting an enum sets its
/// text.</para>
/// <para>Source: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// The US Government clouds do not return out-of-office settings, sequence number or work location.</para>
/// </remarks>
public sealed partial record UserPresence
{
    /// <summary>The object id of the user, a GUID.</summary>
    public required string Id { get; init; }

    /// <summary>The base presence; <see cref="PresenceAvailability.PresenceUnknown"/> if it is missing.</summary>
    public PresenceAvailability Availability
    {
        get => WireNames<PresenceAvailability>.Parse(AvailabilityText);
        init => AvailabilityText = WireNames<PresenceAvailability>.TextOf(value, AvailabilityText);
    }

    /// <summary>The availability exactly as the service sent it; null if it is missing.</summary>
    public string? AvailabilityText { get; init; }

    /// <summary>The detail of the presence; <see cref="PresenceActivity.PresenceUnknown"/> if it is missing.</summary>
    public PresenceActivity Activity
    {
        get => WireNames<PresenceActivity>.Parse(ActivityText);
        init => ActivityText = WireNames<PresenceActivity>.TextOf(value, ActivityText);
    }

    /// <summary>The activity exactly as the service sent it; null if it is missing.</summary>
    public string? ActivityText { get; init; }

    /// <summary>The version of the presence, or null.</summary>
    /// <remarks>Compare versions ordinally: the greater one is newer. Do not parse them as numbers.</remarks>
    public string? SequenceNumber { get; init; }

    /// <summary>The status message, or null if there is none.</summary>
    public PresenceStatusMessage? StatusMessage { get; init; }

    /// <summary>The out-of-office settings; null if the service does not return them.</summary>
    public OutOfOfficeSettings? OutOfOffice { get; init; }

    /// <summary>The work location; null if the service does not return it.</summary>
    public UserWorkLocation? WorkLocation { get; init; }
}
