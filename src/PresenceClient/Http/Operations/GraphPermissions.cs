namespace PresenceClient.Http;

/// <summary>The permissions of an operation: the least ones, and higher ones that are also sufficient.</summary>
internal sealed record GraphPermissions
{
    /// <summary>The least delegated permission, for any user if the operation has an id; null for none.</summary>
    public string? Delegated { get; init; }

    /// <summary>The least delegated permission for the signed-in user's own id, if it differs; else null.</summary>
    public string? Self { get; init; }

    /// <summary>The least application permission; null for none.</summary>
    public string? Application { get; init; }

    public IReadOnlyList<string> DelegatedHigher { get; init; } = [];

    public IReadOnlyList<string> ApplicationHigher { get; init; } = [];

    /// <summary>Returns the permissions to grant, in words.</summary>
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
