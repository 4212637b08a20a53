namespace PresenceClient.Cli;

/// <summary>The people to show.</summary>
/// <param name="Users">The people, each once.</param>
/// <param name="Notes">Lines for standard error: which entries lead to no one, and why.</param>
internal sealed record People(IReadOnlyList<DirectoryUser> Users, IReadOnlyList<string> Notes)
{
    /// <summary>How many entries lead to no one.</summary>
    public int Skipped { get; init; }

    /// <summary>Whether a lookup failed, so that users of the directory may be missing.</summary>
    public bool IsIncomplete { get; init; }

    public IReadOnlyList<string> Ids { get; } = [.. Users.Select(user => user.Id)];
}
