namespace PresenceClient.Emulator;

/// <summary>What an operation has at hand: the call, the caller, whom it is about, the tenant and its rules.</summary>
internal sealed record OperationContext(
    GraphCall Call, Caller Caller, Tenant Tenant, PresenceEmulatorOptions Options, string? PathId)
{
    /// <summary>The user that the path names by object id, or that <c>/me</c> means; null if there is no such user.</summary>
    public EmulatedUser? Target { get; } = FindTarget(Caller, Tenant, PathId);

    /// <summary>Whether the caller is a signed-in user and the call is about that user.</summary>
    public bool IsSelf => Caller.User is { } user && user == Target;

    private static EmulatedUser? FindTarget(Caller caller, Tenant tenant, string? pathId)
    {
        if (pathId is null)
            return caller.User;
        // Presence paths take object ids alone; a sign-in name finds nobody there.
        return Guid.TryParse(pathId, out Guid id) && tenant.TryGetUser(id, out EmulatedUser? user) ? user : null;
    }
}
