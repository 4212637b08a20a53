namespace PresenceClient.Emulator.State;

/// <summary>
/// A work location of one of the three layers, in the service's spelling, and its end; <see cref="DateTime.MaxValue"/>
/// means that it does not end.
/// </summary>
internal sealed record WorkLocation(string Source, string Type, string? PlaceId)
{
    public const string Manual = "manual";
    public const string Automatic = "automatic";
    public const string Scheduled = "scheduled";

    public DateTime EndsAt { get; init; } = DateTime.MaxValue;

    /// <summary>Returns whether both have the same type, but only this one has a place.</summary>
    public bool IsMorePreciseThan(WorkLocation other) =>
        Type == other.Type && PlaceId is not null && other.PlaceId is null;
}
