using PresenceClient.Presences;

namespace PresenceClient;

/// <content>Reads by ids that are already GUIDs.</content>
public partial class PresencesClient
{
    /// <summary>
    /// Reads the presences of any number of users:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids of the users; duplicates are read once.</param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>The same result as the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentNullException">The ids are null.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceIncompleteException">Some users could not be read for another reason.</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<PresenceReadResult> GetAsync(
        IEnumerable<Guid> ids, CancellationToken cancellationToken = default) =>
        GetAsync(PresenceIds.Texts(ids), cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users, with options:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids of the users; duplicates are read once.</param>
    /// <param name="options">Concurrency, progress and failure handling; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>The same result as the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentNullException">The ids are null.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceIncompleteException">Some users could not be read for another reason.</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<PresenceReadResult> GetAsync(
        IEnumerable<Guid> ids, PresenceReadOptions? options, CancellationToken cancellationToken = default) =>
        GetAsync(PresenceIds.Texts(ids), options, cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users page by page:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids of the users; duplicates are read once.</param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>The same pages as the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentNullException">The ids are null.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<PresencePage> ReadPagesAsync(
        IEnumerable<Guid> ids, CancellationToken cancellationToken = default) =>
        ReadPagesAsync(PresenceIds.Texts(ids), cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users page by page, with options:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids of the users; duplicates are read once.</param>
    /// <param name="options">Concurrency and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>The same pages as the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentNullException">The ids are null.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<PresencePage> ReadPagesAsync(
        IEnumerable<Guid> ids, PresencePageOptions? options, CancellationToken cancellationToken = default) =>
        ReadPagesAsync(PresenceIds.Texts(ids), options, cancellationToken);

    /// <summary>
    /// Follows the presence of a fixed set of users: <c>POST /communications/getPresencesByUserId</c>, every 30
    /// seconds.
    /// </summary>
    /// <param name="ids">The object ids of the users. Without ids the enumeration ends at once.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The same changes as the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentNullException">The ids are null.</exception>
    /// <exception cref="PresenceException">The service refuses reads (400, 401, 403), or the first sign-in fails. Other
    /// failures are retried.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<PresenceChange> WatchAsync(
        IEnumerable<Guid> ids, CancellationToken cancellationToken = default) =>
        WatchAsync(PresenceIds.Texts(ids), cancellationToken);

    /// <summary>
    /// Follows the presence of a fixed set of users, with options: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids of the users. Without ids the enumeration ends at once.</param>
    /// <param name="options">How to poll; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The same changes as the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">The ids are null, or an option is not valid.</exception>
    /// <exception cref="PresenceException">The service refuses reads (400, 401, 403), or the first sign-in fails, and
    /// the options are not set to keep trying. Other failures are retried.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<PresenceChange> WatchAsync(
        IEnumerable<Guid> ids, PresenceWatchOptions? options, CancellationToken cancellationToken = default) =>
        WatchAsync(PresenceIds.Texts(ids), options, cancellationToken);
}
