using PresenceClient.Http;
using PresenceClient.Presences;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>The presences of many users at once. Thread-safe.</summary>
public partial class PresencesClient
{
    private readonly GraphPipeline _pipeline = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected PresencesClient()
    {
    }

    internal PresencesClient(GraphPipeline pipeline) => _pipeline = pipeline;

    /// <summary>One presence by its id, which is the user's object id.</summary>
    /// <param name="id">The object id of the user, a GUID.</param>
    /// <exception cref="ArgumentException">It is null, blank, <c>.</c> or <c>..</c>.</exception>
    public virtual PresenceItemClient this[string id] => new(_pipeline, UserId.RequireSegment(id, nameof(id)));

    /// <summary>
    /// Reads the presences of up to 650 users in one request: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">
    /// The object ids (GUIDs) of the users, 650 different ones at most; duplicates, ignoring case, are read once. None:
    /// nothing is sent.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The presences in the order asked; ids that the service leaves out are in
    /// <see cref="PresenceReadResult.Missing"/>.
    /// </returns>
    /// <remarks>
    /// Least permission: Presence.Read.All, delegated or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">An id is null or no GUID (the message names its index), or there are more
    /// than 650.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceIncompleteException">The read failed for another reason: too many requests (429), a
    /// timeout, a broken connection or answer. What went wrong is inside; what was read all the same is in its
    /// result.</exception>
    /// <exception cref="PresenceException">The service refused the request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceReadResult> GetAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        string[] distinct = PresenceIds.Distinct(ids);
        return distinct.Length == 0
            ? Task.FromResult(new PresenceReadResult([]))
            : new BulkRead(_pipeline, distinct).RunAsync(cancellationToken);
    }
}
