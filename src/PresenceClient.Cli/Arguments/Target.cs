namespace PresenceClient.Cli;

/// <summary>The organization to connect to: a tenant of Microsoft's service, or an emulated one.</summary>
internal sealed record Target
{
    /// <summary>How to sign in to Microsoft's service; null for the emulated organization.</summary>
    public SignIn? SignIn { get; init; }

    /// <summary>The number of users of the emulated organization.</summary>
    public int Users { get; init; } = 30;

    /// <summary>The seed of the emulated organization.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Whether the users of the emulated organization are active. Else it is the same in each run.</summary>
    public bool IsLive { get; init; }

    /// <summary>
    /// Whether to sign in to the emulated organization as its first user, not as an application.
    /// </summary>
    public bool AsPerson { get; init; }
}
