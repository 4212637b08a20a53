namespace PresenceClient;

/// <summary>Where a user works from, over all sources.</summary>
/// <remarks>
/// As in <see cref="UserPresence"/>, the texts are stored and the enums are read from them. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
public sealed record UserWorkLocation
{
    /// <summary>The kind of place; <see cref="WorkLocationType.Unspecified"/> when absent.</summary>
    public WorkLocationType Type
    {
        get => WireNames<WorkLocationType>.Parse(TypeText);
        init => TypeText = WireNames<WorkLocationType>.TextOf(value, TypeText, camelCase: true);
    }

    /// <summary>The kind exactly as it came over the wire, or null when absent.</summary>
    public string? TypeText { get; init; }

    /// <summary>Who said so; <see cref="WorkLocationSource.None"/> when absent.</summary>
    public WorkLocationSource Source
    {
        get => WireNames<WorkLocationSource>.Parse(SourceText);
        init => SourceText = WireNames<WorkLocationSource>.TextOf(value, SourceText, camelCase: true);
    }

    /// <summary>The source exactly as it came over the wire, or null when absent.</summary>
    public string? SourceText { get; init; }

    /// <summary>The id of the place, or null.</summary>
    public string? PlaceId { get; init; }
}
