using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>A client for the work location of the signed-in user. Requires a delegated token. Thread-safe.</summary>
/// <remarks>
/// A manual location takes precedence over an automatic one, and an automatic one over the scheduled one of the
/// calendar, so a success does not mean that people see it. Only the global cloud has these operations, and they are
/// documented only under <c>/me</c>. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/userworklocation">userWorkLocation</see>.
/// </remarks>
public class WorkLocationClient
{
    private readonly PresenceOwner _owner = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected WorkLocationClient()
    {
    }

    internal WorkLocationClient(PresenceOwner owner) => _owner = owner;

    /// <summary>Sets the location that the user chose: <c>POST /me/presence/setManualLocation</c>.</summary>
    /// <param name="type">Office, remote or time off.</param>
    /// <param name="placeId">The id of the place (a building, a desk), or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite. There is no application permission. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-setmanuallocation">setManualLocation</see>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The type is not one of the three.</exception>
    /// <exception cref="NotSupportedException">The cloud does not have work locations.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service rejected the request, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetManualAsync(
        WorkLocationType type, string? placeId = null, CancellationToken cancellationToken = default) =>
        _owner.SendAsync(
            new SetWorkLocation(GraphOperations.SetMyManualLocation, type, placeId), cancellationToken);

    /// <summary>
    /// Sets the location that an agent detected, and leaves a manual one unchanged:
    /// <c>POST /me/presence/setAutomaticLocation</c>.
    /// </summary>
    /// <param name="type">Office, remote or time off.</param>
    /// <param name="placeId">The id of the place (a building, a desk), or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite. There is no application permission. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-setautomaticlocation">setAutomaticLocation</see>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The type is not one of the three.</exception>
    /// <exception cref="NotSupportedException">The cloud does not have work locations.</exception>
    /// <exception cref="PresenceException">As in <see cref="SetManualAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetAutomaticAsync(
        WorkLocationType type, string? placeId = null, CancellationToken cancellationToken = default) =>
        _owner.SendAsync(
            new SetWorkLocation(GraphOperations.SetMyAutomaticLocation, type, placeId), cancellationToken);

    /// <summary>
    /// Clears the manual and the automatic location of the current date: <c>POST /me/presence/clearLocation</c>.
    /// Afterwards a scheduled location shows.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (from the pages of the other operations). There is no application
    /// permission. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-clearlocation">clearLocation</see>.
    /// </remarks>
    /// <exception cref="NotSupportedException">The cloud does not have work locations.</exception>
    /// <exception cref="PresenceException">As in <see cref="SetManualAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task ClearAsync(CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new ClearWorkLocation(GraphOperations.ClearMyLocation), cancellationToken);

    /// <summary>
    /// Clears the automatic location, and leaves a manual one unchanged:
    /// <c>POST /me/presence/clearAutomaticLocation</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (from the pages of the other operations). There is no application
    /// permission. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-clearautomaticlocation">clearAutomaticLocation</see>.
    /// </remarks>
    /// <exception cref="NotSupportedException">The cloud does not have work locations.</exception>
    /// <exception cref="PresenceException">As in <see cref="SetManualAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task ClearAutomaticAsync(CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new ClearWorkLocation(GraphOperations.ClearMyAutomaticLocation), cancellationToken);
}
