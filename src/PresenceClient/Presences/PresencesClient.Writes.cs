using PresenceClient.Presences;
using PresenceClient.Users;

namespace PresenceClient;

public partial class PresencesClient
{
    /// <summary>
    /// Sends any number of writes, four at once, with an outcome for each; with options, see the other overload.
    /// </summary>
    /// <param name="writes">The writes. None: nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the call; what was sent until then stays written.</param>
    /// <returns>An outcome for each write, in the order given.</returns>
    /// <remarks>
    /// <para><c>POST /users/{id}/presence/setPresence</c>, <c>POST /users/{id}/presence/clearPresence</c>,
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>,
    /// <c>POST /users/{id}/presence/clearUserPreferredPresence</c>,
    /// <c>POST /users/{id}/presence/setStatusMessage</c>. Least permission: application Presence.ReadWrite.All; the
    /// delegated Presence.ReadWrite does for one's own id only.</para>
    /// <para>A success does not mean that people see it, and a failure of any kind is in the outcome and not thrown;
    /// see the other overload.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A write is null (the message names its index). Nothing was
    /// sent.</exception>
    /// <exception cref="InvalidOperationException">A write is of a session and
    /// <see cref="PresenceClientOptions.ApplicationId"/> is not set. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A write is of a status message that expires in the past (the
    /// message names its index). Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is under way any more. The
    /// exception is a <see cref="PresenceWriteCanceledException"/> and carries the outcome of each write.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<PresenceWriteResult> WriteAsync(
        IEnumerable<PresenceWrite> writes, CancellationToken cancellationToken = default) =>
        WriteAsync(writes, options: null, cancellationToken);

    /// <summary>Sends any number of writes, a bounded number at once, with an outcome for each.</summary>
    /// <param name="writes">The writes. None: nothing is sent.</param>
    /// <param name="options">How many at once, and who is told of the progress; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; what was sent until then stays written.</param>
    /// <returns>
    /// An outcome for each write, in the order given. Whatever the service or the way to it does with one write is its
    /// outcome and touches no other: a refusal (400, 401, 403), too many requests (429), a timeout, a failed sign-in.
    /// What fails all of them, such as a missing permission, is found once for each; look at the first of
    /// <see cref="PresenceWriteResult.Failures"/>.
    /// </returns>
    /// <remarks>
    /// <para>Each is a request of its own, as from <see cref="SessionClient"/>, <see cref="PreferredPresenceClient"/>
    /// and <see cref="StatusMessageClient"/>: <c>POST /users/{id}/presence/setPresence</c>,
    /// <c>POST /users/{id}/presence/clearPresence</c>,
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>,
    /// <c>POST /users/{id}/presence/clearUserPreferredPresence</c>,
    /// <c>POST /users/{id}/presence/setStatusMessage</c>. Putting them into a <c>$batch</c> would save no quota, since
    /// the service counts every request inside.</para>
    /// <para>Least permission: application Presence.ReadWrite.All. The delegated Presence.ReadWrite does for one's own
    /// id only: a signed-in user who writes another's presence is refused (401). Source:
    /// <see href="https://learn.microsoft.com/graph/cloud-communications-manage-presence-state">manage presence
    /// state</see>.</para>
    /// <para>The writes of one user are sent in the order given, one after the other, whether or not one fails. Those
    /// of different users run side by side: whenever one may begin, it is the earliest whose user has none under way.
    /// A session to end that is not there is a success.</para>
    /// <para>A success does not mean that people see it: a preferred presence, a Teams client with a higher state, or
    /// no session at all can hide it, and Teams can show it minutes later.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A write is null (the message names its index). Nothing was
    /// sent.</exception>
    /// <exception cref="InvalidOperationException">A write is of a session and
    /// <see cref="PresenceClientOptions.ApplicationId"/> is not set. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A write is of a status message that expires in the past (the
    /// message names its index). Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is under way any more. The
    /// exception is a <see cref="PresenceWriteCanceledException"/> and carries the outcome of each write.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<PresenceWriteResult> WriteAsync(
        IEnumerable<PresenceWrite> writes,
        PresenceWriteOptions? options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writes);
        PresenceWrite[] all = [.. writes];
        int lacking = Array.IndexOf(all, null);
        if (lacking >= 0)
        {
            throw new ArgumentException(
                $"The write at index {lacking} is null; the methods of {nameof(PresenceWrite)} make one.",
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
