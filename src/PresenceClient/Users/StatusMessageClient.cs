using PresenceClient.Users;

namespace PresenceClient;

/// <summary>A client for the status message of one user. Thread-safe.</summary>
/// <remarks>
/// A status message does not require a presence session. Teams can show a change minutes later. Source:
/// <see href="https://learn.microsoft.com/graph/api/presence-setstatusmessage">setStatusMessage</see>.
/// </remarks>
public class StatusMessageClient
{
    private readonly PresenceOwner _owner = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected StatusMessageClient()
    {
    }

    internal StatusMessageClient(PresenceOwner owner) => _owner = owner;

    /// <summary>
    /// Sets the status message: <c>POST /users/{id}/presence/setStatusMessage</c>, or the same under <c>/me</c>, where
    /// it is not documented.
    /// </summary>
    /// <param name="text">The plain text, not empty. No maximum length is documented.</param>
    /// <param name="expiresAt">
    /// When the message expires, in the future by the client's clock
    /// (<see cref="PresenceClientOptions.TimeProvider"/>). It is sent in UTC. Null, or a time in the year 9999, for a
    /// message that does not expire.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All. A success does not mean that people see it yet; see <see cref="StatusMessageClient"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">The text is null, empty or not valid Unicode, or the id is not a
    /// GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is not in the future.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, the token was rejected, or a signed-in user
    /// wrote another user's message (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service rejected the request, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetAsync(
        string text, DateTimeOffset? expiresAt = null, CancellationToken cancellationToken = default)
    {
        var command = new SetStatusMessage(text, expiresAt);
        return command.FaultAt(_owner.Now) is { } fault
            ? throw new ArgumentOutOfRangeException(nameof(expiresAt), fault)
            : _owner.SendAsync(command, cancellationToken);
    }

    /// <summary>
    /// Removes the status message, by setting an empty one: <c>POST /users/{id}/presence/setStatusMessage</c>, or the
    /// same under <c>/me</c>, where it is not documented.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Microsoft does not document how to remove a message; callers send an empty text. Least permission: delegated
    /// Presence.ReadWrite (only for the signed-in user's own id), application Presence.ReadWrite.All.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not a GUID.</exception>
    /// <exception cref="PresenceException">As in <see cref="SetAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task ClearAsync(CancellationToken cancellationToken = default) =>
        _owner.SendAsync(SetStatusMessage.Removal, cancellationToken);
}
