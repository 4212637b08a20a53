namespace PresenceClient.Emulator;

/// <summary>Where a user works from, as one of the three layers says, in the service's spelling.</summary>
internal sealed record WorkLocation(string Source, string Type, string? PlaceId)
{
    public const string Manual = "manual";
    public const string Automatic = "automatic";
    public const string Scheduled = "scheduled";
}
