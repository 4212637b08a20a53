namespace PresenceClient.Cli;

/// <summary>A change for other programs.</summary>
internal sealed record ChangeEntry
{
    private static readonly PresenceParts[] EachPart =
        [.. Enum.GetValues<PresenceParts>().Where(part => int.IsPow2((int)part))];

    public ChangeEntry(PresenceChange change, DirectoryUser user)
    {
        Kind = change.Kind;
        ReadAt = change.ReadAt;
        Id = user.Id;
        DisplayName = user.DisplayName;
        UserPrincipalName = user.UserPrincipalName;
        Parts = [.. EachPart.Where(part => change.Parts.HasFlag(part)).Select(part => part.ToString())];
        Previous = change.Previous is { } before ? new PresenceState(before) : null;
        Current = change.Current is { } now ? new PresenceState(now) : null;
    }

    public PresenceChangeKind Kind { get; }

    /// <summary>When the change was read, in UTC.</summary>
    public DateTimeOffset ReadAt { get; }

    public string Id { get; }

    public string? DisplayName { get; }

    public string? UserPrincipalName { get; }

    /// <summary>The parts of the presence that differ; none where one of the two is missing.</summary>
    public IReadOnlyList<string> Parts { get; }

    public PresenceState? Previous { get; }

    public PresenceState? Current { get; }
}
