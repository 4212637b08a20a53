using PresenceClient.Presences;
using PresenceClient.Users;

namespace PresenceClient;

public partial class PresencesClient
{
    /// <summary>Sends any number of writes, up to four at once, and returns the outcome of each.</summary>
    /// <param name="writes">The writes. If there are none, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the call. Writes that were already sent keep their effect.</param>
    /// <returns>An outcome for each write, in the order given.</returns>
    /// <remarks>
    /// <para><c>POST /users/{id}/presence/setPresence</c>, <c>POST /users/{id}/presence/clearPresence</c>,
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>,
    /// <c>POST /users/{id}/presence/clearUserPreferredPresence</c>, <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// Least permission: application Presence.ReadWrite.All. The delegated Presence.ReadWrite is sufficient only for
    /// the signed-in user's own id.</para>
    /// <para>Other users don't necessarily see a write after a success. Failures are returned as outcomes and are not
    /// thrown. The overload with options describes both.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A write is null (the message names its index). Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">A write sets or ends a session, and
    /// <see cref="PresenceClientOptions.ApplicationId"/> is not set. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A status message expires in the past (the message names the index
    /// of the write). Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. No request is in flight any more. The
    /// exception is a <see cref="PresenceWriteCanceledException"/> with the outcome of each write.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<PresenceWriteResult> WriteAsync(
        IEnumerable<PresenceWrite> writes, CancellationToken cancellationToken = default) =>
        WriteAsync(writes, options: null, cancellationToken);

    /// <summary>Sends any number of writes with bounded concurrency, and returns the outcome of each.</summary>
    /// <param name="writes">The writes. If there are none, nothing is sent.</param>
    /// <param name="options">Concurrency and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call. Writes that were already sent keep their effect.</param>
    /// <returns>
    /// An outcome for each write, in the order given. A failure is the outcome of that write and does not affect the
    /// others: a rejected request (400, 401, 403), throttling (429), a timeout or a failed sign-in. A cause that
    /// affects all writes, for example a missing permission, is reported for each of them: look at the first of
    /// <see cref="PresenceWriteResult.Failures"/>.
    /// </returns>
    /// <remarks>
    /// <para>Each write is a separate request, the same as from <see cref="SessionClient"/>,
    /// <see cref="PreferredPresenceClient"/> and <see cref="StatusMessageClient"/>:
    /// <c>POST /users/{id}/presence/setPresence</c>, <c>POST /users/{id}/presence/clearPresence</c>,
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>,
    /// <c>POST /users/{id}/presence/clearUserPreferredPresence</c>, <c>POST /users/{id}/presence/setStatusMessage</c>.
    /// A <c>$batch</c> would not save quota, because the service counts each request inside it.</para>
    /// <para>Least permission: application Presence.ReadWrite.All. The delegated Presence.ReadWrite is sufficient only
    /// for the signed-in user's own id: the service rejects a write for another user (401). Source:
    /// <see href="https://learn.microsoft.com/graph/cloud-communications-manage-presence-state">manage presence
    /// state</see>.</para>
    /// <para>The writes of one user are sent one after the other in the order given, whether or not one fails. Writes
    /// of different users run concurrently: the next write is always the earliest one whose user has no write in
    /// flight. Ending a session that does not exist is a success.</para>
    /// <para>Other users don't necessarily see a write after a success. A preferred presence, a Teams client with a
    /// higher state or a missing session can hide it, and Teams can show it minutes later.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A write is null (the message names its index). Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">A write sets or ends a session, and
    /// <see cref="PresenceClientOptions.ApplicationId"/> is not set. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A status message expires in the past (the message names the index
    /// of the write). Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. No request is in flight any more. The
    /// exception is a <see cref="PresenceWriteCanceledException"/> with the outcome of each write.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<PresenceWriteResult> WriteAsync(
        IEnumerable<PresenceWrite> writes,
        PresenceWriteOptions? options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writes);
        PresenceWrite[] all = [.. writes];
        int missing = Array.IndexOf(all, null);
        if (missing >= 0)
        {
            throw new ArgumentException(
                $"The write at index {missing} is null. Create writes with the methods of {nameof(PresenceWrite)}.",
                nameof(writes));
        }

        if (Array.Exists(all, static w => w.NeedsSessionId))
        {
            SessionId.Require(_context.ApplicationId);
        }

        DateTimeOffset now = _context.Time.GetUtcNow();
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Command.FaultAt(now) is { } fault)
            {
                throw new ArgumentOutOfRangeException(nameof(writes), $"The write at index {i} is not valid. {fault}");
            }
        }

        _context.Pipeline.ThrowIfDisposed();
        return new BulkWrite(_context, all, options ?? new PresenceWriteOptions()).RunAsync(cancellationToken);
    }
}
