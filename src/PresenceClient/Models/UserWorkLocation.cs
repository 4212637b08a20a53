namespace PresenceClient;

/// <summary>The work location of a user, combined from all sources.</summary>
/// <remarks>
/// As in <see cref="UserPresence"/>, the texts are stored and the enums are derived from them. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
public sealed record UserWorkLocation
{
    /// <summary>The kind of work location; <see cref="WorkLocationType.Unspecified"/> if it is missing.</summary>
    public WorkLocationType Type
    {
        get => WireNames<WorkLocationType>.Parse(TypeText);
        init => TypeText = WireNames<WorkLocationType>.TextOf(value, TypeText, camelCase: true);
    }

    /// <summary>The kind exactly as the service sent it; null if it is missing.</summary>
    public string? TypeText { get; init; }

    /// <summary>The source of the location; <see cref="WorkLocationSource.None"/> if it is missing.</summary>
    public WorkLocationSource Source
    {
        get => WireNames<WorkLocationSource>.Parse(SourceText);
        init => SourceText = WireNames<WorkLocationSource>.TextOf(value, SourceText, camelCase: true);
    }

    /// <summary>The source exactly as the service sent it; null if it is missing.</summary>
    public string? SourceText { get; init; }

    /// <summary>The id of the place, or null.</summary>
    public string? PlaceId { get; init; }
}
