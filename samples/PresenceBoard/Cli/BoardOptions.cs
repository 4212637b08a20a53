namespace PresenceBoard;

/// <summary>The validated arguments.</summary>
internal sealed record BoardOptions
{
    /// <summary>Print once and end.</summary>
    public bool Once { get; init; }

    /// <summary>Print each change as JSON, until stopped.</summary>
    public bool Follow { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>Which people to show; null for all.</summary>
    public StateFilter? Filter { get; init; }

    /// <summary>The time from the end of a sweep to the start of the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A file of ids or sign-in names, <c>-</c> for standard input, null for the whole directory.</summary>
    public string? IdsFile { get; init; }

    /// <summary>The object id of a group whose members to read; null for the whole directory.</summary>
    public string? Group { get; init; }

    /// <summary>The organization to read.</summary>
    public Target Target { get; init; } = new();
}
