namespace PresenceClient.Http;

/// <summary>What an operation needs: least permissions and the higher ones that also do.</summary>
internal sealed record GraphPermissions
{
    /// <summary>
    /// The least delegated permission, for any user where the operation takes an id; null: none does.
    /// </summary>
    public string? Delegated { get; init; }

    /// <summary>The delegated permission that does for the signed-in user's own id; null: the same.</summary>
    public string? Self { get; init; }

    /// <summary>The least application permission; null: an application alone cannot do it.</summary>
    public string? Application { get; init; }

    public IReadOnlyList<string> DelegatedHigher { get; init; } = [];

    public IReadOnlyList<string> ApplicationHigher { get; init; } = [];

    /// <summary>In words, for the caller who was refused.</summary>
    public override string ToString()
    {
        string delegated = (Delegated, Self) switch
        {
            (null, { } self) => $"the delegated permission {self} (for the signed-in user's own id only)",
            ({ } any, { } self) =>
                $"the delegated permission {any} ({self} does for the signed-in user's own id)",
            _ => $"the delegated permission {Delegated}",
        };
        return Application is null
            ? $"{delegated}; there is no application permission for it"
            : $"{delegated}, or the application permission {Application}";
    }
}
