using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Graph;

/// <summary>The context of an operation: the call, the caller, the target user, the tenant and its options.</summary>
internal sealed record OperationContext(
    EmulatedCall Call,
    Caller Caller,
    Tenant Tenant,
    PresenceEmulatorOptions Options,
    EmulatedOperation Operation,
    string? PathId)
{
    public required NotificationService Notifications { get; init; }

    /// <summary>The user that the path or <c>/me</c> identifies; null if the tenant does not have the user.</summary>
    public EmulatedUser? Target { get; } = PathId is null ? Caller.User : Find(Tenant, PathId, Operation.TakesNames);

    /// <summary>Whether the caller is a signed-in user and also the target of the call.</summary>
    public bool IsSelf => Caller.User is { } user && user == Target;

    private static EmulatedUser? Find(Tenant tenant, string id, bool orName)
    {
        EmulatedUser? user;
        return (orName ? tenant.TryGetUserByIdOrName(id, out user) : tenant.TryGetUserById(id, out user)) ? user : null;
    }
}
