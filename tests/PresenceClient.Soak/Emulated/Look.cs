using System.Collections.Concurrent;

namespace PresenceClient.Soak.Emulated;

/// <summary>The visible content of a presence, without the sequence number. Equal looks share one instance.</summary>
internal sealed record Look
{
    private static readonly ConcurrentDictionary<Look, Look> All = new();

    /// <summary>The look of a user whom the service leaves out.</summary>
    public static Look Missing { get; } = new Look { Availability = "(missing)" }.Single();

    public string? Availability { get; init; }

    public string? Activity { get; init; }

    public string? Message { get; init; }

    public bool? IsOutOfOffice { get; init; }

    public string? Reply { get; init; }

    public string? LocationSource { get; init; }

    public string? LocationType { get; init; }

    public string? Place { get; init; }

    /// <summary>The look of a presence from the client.</summary>
    public static Look Of(UserPresence presence) => new Look
    {
        Availability = presence.AvailabilityText,
        Activity = presence.ActivityText,
        Message = presence.StatusMessage?.Content,
        IsOutOfOffice = presence.OutOfOffice?.IsOutOfOffice,
        Reply = presence.OutOfOffice?.Message,
        LocationSource = presence.WorkLocation?.SourceText,
        LocationType = presence.WorkLocation?.TypeText,
        Place = presence.WorkLocation?.PlaceId,
    }.Single();

    /// <summary>Returns the shared instance of this look.</summary>
    public Look Single() => All.GetOrAdd(this, this);

    public override string ToString() => this == Missing
        ? "missing"
        : $"{Availability}/{Activity} '{Message}' out of office: {IsOutOfOffice} '{Reply}' {LocationType}";
}
