namespace PresenceClient.Emulator.State;

/// <summary>
/// Where a user works from, as one of the three layers says, in the service's spelling, and until when;
/// <see cref="DateTime.MaxValue"/> stands for no end.
/// </summary>
internal sealed record WorkLocation(string Source, string Type, string? PlaceId)
{
    public const string Manual = "manual";
    public const string Automatic = "automatic";
    public const string Scheduled = "scheduled";

    public DateTime EndsAt { get; init; } = DateTime.MaxValue;

    /// <summary>Whether both say the same, but only this one says in which place.</summary>
    public bool IsMorePreciseThan(WorkLocation other) =>
        Type == other.Type && PlaceId is not null && other.PlaceId is null;
}
