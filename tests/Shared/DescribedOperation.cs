namespace PresenceClient.TestSupport;

/// <summary>An operation and its <c>x-permissions</c>; null where the description says none.</summary>
internal sealed record DescribedOperation
{
    public required string Name { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string? Delegated { get; init; }

    public required IReadOnlyList<string> DelegatedHigher { get; init; }

    public required string? Self { get; init; }

    public required string? Application { get; init; }

    public required IReadOnlyList<string> ApplicationHigher { get; init; }

    public override string ToString() => Name;
}
