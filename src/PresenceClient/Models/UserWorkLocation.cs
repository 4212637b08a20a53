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
        init => TypeText = Type == value && TypeText is not null
            ? TypeText
            : WireNames<WorkLocationType>.CamelCase(WireNames<WorkLocationType>.Name(value));
    }

    /// <summary>The kind exactly as it came over the wire, or null when absent.</summary>
    public string? TypeText { get; init; }

    /// <summary>Who said so; <see cref="WorkLocationSource.None"/> when absent.</summary>
    public WorkLocationSource Source
    {
        get => WireNames<WorkLocationSource>.Parse(SourceText);
        init => SourceText = Source == value && SourceText is not null
            ? SourceText
            : WireNames<WorkLocationSource>.CamelCase(WireNames<WorkLocationSource>.Name(value));
    }

    /// <summary>The source exactly as it came over the wire, or null when absent.</summary>
    public string? SourceText { get; init; }

    /// <summary>The id of the place, or null.</summary>
    public string? PlaceId { get; init; }
}
