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
/// your own, read by <c>Presences[id].GetAsync()</c> if the answer must be later than it.</para>
/// </remarks>
public class PresenceLoader
{
    private readonly ReadCoalescer _reads = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected PresenceLoader()
    {
    }

    internal PresenceLoader(ReadCoalescer reads) => _reads = reads;

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
        _reads.GetAsync(UserId.ParseObjectId(id), id, cancellationToken);
}
