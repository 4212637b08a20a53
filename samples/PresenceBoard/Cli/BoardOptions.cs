namespace PresenceBoard;

/// <summary>What the user asked for, checked.</summary>
internal sealed record BoardOptions
{
    /// <summary>Print once and end, rather than repaint.</summary>
    public bool Once { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>Whom to show; null for everybody.</summary>
    public StateFilter? Filter { get; init; }

    /// <summary>How long to wait between two readings of the live board.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The size of the built-in organization.</summary>
    public int Users { get; init; } = 30;

    /// <summary>What the built-in organization is made up from.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>A file of ids or sign-in names, <c>-</c> for standard input, null for the whole directory.</summary>
    public string? IdsFile { get; init; }

    /// <summary>How to sign in to Microsoft's service; null for the built-in organization.</summary>
    public SignIn? SignIn { get; init; }
}
