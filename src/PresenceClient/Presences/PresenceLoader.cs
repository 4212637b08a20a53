using PresenceClient.Presences.Loading;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>
/// Reads the presence of one user for each of many callers, with few requests: calls that come at the same time are
/// sent together. Made by <see cref="PresencesClient.CreateLoader"/>. Thread-safe; needs no disposing.
/// </summary>
/// <remarks>
/// <para>One loader for one identity. It reads as the client that made it, and its callers share the answers; what a
/// signed-in user may see differs from user to user, so a loader over a delegated token is for that user alone.</para>
/// <para>A call is sent at once when no request is under way. While one is, calls are gathered: up to 650 users, until
/// no request is under way, or for <see cref="PresenceLoaderOptions.MaxGatherTime"/>, whichever comes first. Calls for
/// a user who is being read join that read, so the answer can be of a moment just before the call. After a write of
/// your own, pass the time as <c>notBefore</c> if the answer must be later than the write.</para>
/// </remarks>
public class PresenceLoader
{
    // The clocks of two hosts may differ by so much.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly ReadCoalescer _reads = null!;
    private readonly TimeProvider _time = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected PresenceLoader()
    {
    }

    internal PresenceLoader(ReadCoalescer reads, TimeProvider time) => (_reads, _time) = (reads, time);

    /// <summary>
    /// Reads the presence of a user, together with what others ask for:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user, a GUID; case does not matter.</param>
    /// <param name="cancellationToken">
    /// Cancels this call, and no other: the request goes on while anybody waits for any user in it.
    /// </param>
    /// <returns>
    /// The presence, and when it was read; <see cref="LoadedPresence.Presence"/> is null when the service leaves the
    /// user out.
    /// </returns>
    /// <remarks>
    /// <para>A failure reaches the callers whose users were in the request that failed, each with an exception of its
    /// own, and is not remembered. If the service refuses a request for several users (400), the loader sends it again
    /// in halves, so that only the callers of refused users fail. It sends at most 96 requests for that, and at most 24
    /// if none of them is answered; the callers whose users were not separated by then fail together.</para>
    /// <para>Least permission: Presence.Read.All, delegated or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The id is null or no GUID.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _reads.GetAsync(UserId.ParseObjectId(id), id, notBefore: null, cancellationToken);

    /// <summary>
    /// Reads the presence of a user, with other callers' users: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user.</param>
    /// <param name="cancellationToken">Cancels this call, and no other.</param>
    /// <returns>As in the other overload.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync(id.ToString(), cancellationToken);

    /// <summary>
    /// Reads the presence of a user as it is after a moment, for example after a write of your own:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user, a GUID; case does not matter.</param>
    /// <param name="notBefore">
    /// The moment, by the client's clock (<see cref="PresenceClientOptions.TimeProvider"/>). The answer comes from a
    /// request that began later, never from one that was under way at that moment, nor from memory of before. A moment
    /// up to a minute in the future, as the clock of another host may say, is waited for.
    /// </param>
    /// <param name="cancellationToken">Cancels this call, and no other.</param>
    /// <returns>As in the other overload; <see cref="LoadedPresence.ReadAt"/> is later than the moment.</returns>
    /// <remarks>
    /// Callers still share requests: this one joins the next that is sent. Graph itself can show a write some time
    /// after it succeeded. Least permission: Presence.Read.All, delegated or application.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is null or no GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The moment is more than a minute in the future.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
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
                $"The moment is {wait:c} in the future by the client's clock. It must not be more than a minute ahead. "
                    + $"Pass the time of the client's {nameof(TimeProvider)}.");
    }

    /// <summary>
    /// Reads the presence of a user as it is after a moment: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="id">The object id of the user.</param>
    /// <param name="notBefore">As in the other overload.</param>
    /// <param name="cancellationToken">Cancels this call, and no other.</param>
    /// <returns>As in the other overload.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The moment is more than a minute in the future.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<LoadedPresence> GetAsync(
        Guid id, DateTimeOffset notBefore, CancellationToken cancellationToken = default) =>
        GetAsync(id.ToString(), notBefore, cancellationToken);

    private async Task<LoadedPresence> GetLaterAsync(
        Guid key, string id, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        // A timer counts whole milliseconds, by another clock, so that it can be early by this one.
        TimeSpan wait;
        while ((wait = notBefore - _time.GetUtcNow()) > TimeSpan.Zero)
        {
            await Task.Delay(wait < ShortestWait ? ShortestWait : wait, _time, cancellationToken).ConfigureAwait(false);
        }

        return await _reads.GetAsync(key, id, notBefore, cancellationToken).ConfigureAwait(false);
    }
}
