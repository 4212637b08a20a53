namespace PresenceClient;

/// <summary>What a user's presence is now.</summary>
/// <remarks>
/// <para>The texts are what is stored; the enums are read from them, so the two never disagree. Setting an enum sets
/// its text.</para>
/// <para>Source: <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource
/// type</see>. In the US Government clouds the service has neither out-of-office settings, sequence number nor work
/// location.</para>
/// </remarks>
public sealed partial record UserPresence
{
    /// <summary>The object id of the user, a GUID.</summary>
    public required string Id { get; init; }

    /// <summary>The base presence; <see cref="PresenceAvailability.PresenceUnknown"/> when absent.</summary>
    public PresenceAvailability Availability
    {
        get => WireNames<PresenceAvailability>.Parse(AvailabilityText);
        init => AvailabilityText = WireNames<PresenceAvailability>.TextOf(value, AvailabilityText);
    }

    /// <summary>The availability exactly as it came over the wire, or null when absent.</summary>
    public string? AvailabilityText { get; init; }

    /// <summary>The detail beside it; <see cref="PresenceActivity.PresenceUnknown"/> when absent.</summary>
    public PresenceActivity Activity
    {
        get => WireNames<PresenceActivity>.Parse(ActivityText);
        init => ActivityText = WireNames<PresenceActivity>.TextOf(value, ActivityText);
    }

    /// <summary>The activity exactly as it came over the wire, or null when absent.</summary>
    public string? ActivityText { get; init; }

    /// <summary>
    /// The version stamp of the presence, or null; compare stamps ordinally, a greater one is newer, and never read one
    /// as a number.
    /// </summary>
    public string? SequenceNumber { get; init; }

    /// <summary>The status message that the user shows, or null for none.</summary>
    public PresenceStatusMessage? StatusMessage { get; init; }

    /// <summary>Whether the user is out of office; null when the service does not say.</summary>
    public OutOfOfficeSettings? OutOfOffice { get; init; }

    /// <summary>Where the user works from; null when the service does not say.</summary>
    public UserWorkLocation? WorkLocation { get; init; }
}
