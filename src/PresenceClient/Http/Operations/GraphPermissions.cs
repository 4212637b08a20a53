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

    /// <summary>In words, as what is to be granted.</summary>
    public override string ToString()
    {
        string? application = Application is null
            ? null
            : $"the application permission {Application} (admin consent required)";
        string delegated = (Delegated, Self) switch
        {
            (null, { } self) => $"the delegated permission {self} (only for the signed-in user's own id)",
            ({ } any, { } self) =>
                $"the delegated permission {any} ({self} is sufficient for the signed-in user's own id)",
            _ => $"the delegated permission {Delegated}",
        };
        return application is null
            ? $"{delegated}; there is no application permission for it"
            : $"{application}, or {delegated}";
    }
}
