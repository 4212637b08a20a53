using PresenceClient.Presences.Loading;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>
/// Reads the presence of single users for many callers with few requests: concurrent calls share a request.
/// </summary>
/// <remarks>
/// <para>Create it with <see cref="PresencesClient.CreateLoader"/>. Thread-safe; it does not need to be
/// disposed.</para>
/// <para>Create one loader for each identity. It reads with the identity of the client that created it, and its
/// callers share the answers. A signed-in user can see other presences than another user, so use a loader with a
/// delegated token only for that user.</para>
/// <para>A call is sent at once if no request is in flight. During a request, calls are gathered until no request is
/// in flight, until they contain 650 users, or for <see cref="PresenceLoaderOptions.MaxGatherTime"/>, whichever comes
/// first. A call for a user who is being read joins that read, so the answer can be slightly older than the call. If
/// the answer must be newer than a write of your own, pass the time of the write as <c>notBefore</c>.</para>
/// </remarks>
public class PresenceLoader
{
    // The largest difference between the clocks of two hosts that is tolerated.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ReadCoalescer _reads = null!;
    private readonly TimeProvider _time = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceLoader()
    {
    }

    internal PresenceLoader(ReadCoalescer reads, TimeProvider time) => (_reads, _time) = (reads, time);

    /// <summary>
    /// Reads the presence of a user, in one request with the users of other callers:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user, a GUID; case does not matter.</param>
    /// <param name="cancellationToken">
    /// Cancels only this call. The request continues while another caller waits for a user in it.
    /// </param>
    /// <returns>
    /// The presence and the time of the read. <see cref="LoadedPresence.Presence"/> is null if the service leaves the
    /// user out.
    /// </returns>
    /// <remarks>
    /// <para>A failed request fails the callers whose users were in it, each with its own exception. Failures are not
    /// cached. If the service rejects a request for several users (400), the loader sends it again in halves, so that
    /// only the callers of rejected users fail. It sends at most 96 requests to find them, and at most 24 if none of
    /// them succeeds. Callers whose users could not be separated fail together.</para>
    /// <para>Least permission: Presence.Read.All, delegated or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceThrottledException">The service throttles (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _reads.GetAsync(UserId.ParseObjectId(id), id, notBefore: null, cancellationToken);

    /// <summary>
    /// Reads the presence of a user, in one request with the users of other callers:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user.</param>
    /// <param name="cancellationToken">Cancels only this call.</param>
    /// <returns>The presence and the time of the read, as in the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceThrottledException">The service throttles (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync(id.ToString(), cancellationToken);

    /// <summary>
    /// Reads the presence of a user from a request that begins after a given time, for example after a write of your
    /// own: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user, a GUID; case does not matter.</param>
    /// <param name="notBefore">
    /// The time, by the client's clock (<see cref="PresenceClientOptions.TimeProvider"/>). The answer comes from a
    /// request that began later: never from a request that was in flight at that time, and never from older cached
    /// answers. If the time is up to a minute in the future, because the clock of another host is ahead, the call
    /// waits for it.
    /// </param>
    /// <param name="cancellationToken">Cancels only this call.</param>
    /// <returns>
    /// The presence and the time of the read; <see cref="LoadedPresence.ReadAt"/> is later than
    /// <paramref name="notBefore"/>.
    /// </returns>
    /// <remarks>
    /// Callers still share requests: this call joins the next request that is sent. Graph can show a write some time
    /// after it succeeded. Least permission: Presence.Read.All, delegated or application.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is null or is not a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is more than a minute in the future.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceThrottledException">The service throttles (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(
        string id, DateTimeOffset notBefore, CancellationToken cancellationToken = default)
    {
        Guid key = UserId.ParseObjectId(id);
        TimeSpan wait = notBefore - _time.GetUtcNow();
        return wait <= TimeSpan.Zero ? _reads.GetAsync(key, id, notBefore, cancellationToken)
            : wait <= LongestWait ? GetLaterAsync(key, id, notBefore, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(notBefore), notBefore,
                $"The time is {wait:c} ahead of the client's clock. It can be at most a minute ahead. "
                    + $"Use the client's {nameof(TimeProvider)} to get the time.");
    }

    /// <summary>
    /// Reads the presence of a user from a request that begins after a given time:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user.</param>
    /// <param name="notBefore">The time, as in the overload for texts.</param>
    /// <param name="cancellationToken">Cancels only this call.</param>
    /// <returns>The presence and the time of the read, as in the overload for texts.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The time is more than a minute in the future.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceThrottledException">The service throttles (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(
        Guid id, DateTimeOffset notBefore, CancellationToken cancellationToken = default) =>
        GetAsync(id.ToString(), notBefore, cancellationToken);

    private async Task<LoadedPresence> GetLaterAsync(
        Guid key, string id, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        // A timer counts whole milliseconds, and on a different clock, so it can fire early by this clock.
        TimeSpan wait;
        while ((wait = notBefore - _time.GetUtcNow()) > TimeSpan.Zero)
        {
            var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            await Task.Delay(rounded, _time, cancellationToken).ConfigureAwait(false);
        }

        return await _reads.GetAsync(key, id, notBefore, cancellationToken).ConfigureAwait(false);
    }
}
