using System.Runtime.CompilerServices;
using PresenceClient.Presences;

namespace PresenceClient;

/// <content>
/// Reads of many users. An empty list (<c>[]</c>) fits the overloads for texts and for GUIDs; the priority selects
/// texts.
/// </content>
public partial class PresencesClient
{
    /// <summary>
    /// Reads the presences of any number of users, with up to 650 users in each request:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">
    /// The object ids (GUIDs) of the users. Duplicates are read once; case is ignored. If there are none, nothing is
    /// sent.
    /// </param>
    /// <param name="cancellationToken">Cancels the call. No request is in flight afterwards.</param>
    /// <returns>
    /// The presences in the order requested. Ids that the service leaves out are in
    /// <see cref="PresenceReadResult.Missing"/>.
    /// </returns>
    /// <remarks>
    /// Least permission: Presence.Read.All, delegated or application. Up to four requests are in flight at once; the
    /// options change the number and can report progress. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID. The message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceIncompleteException">Some users could not be read for another reason: throttling
    /// (429), a timeout, or a failed connection or answer. The inner exception has the reason, and the result has the
    /// presences that were read.</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual Task<PresenceReadResult> GetAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        GetAsync(ids, options: null, cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users, with options: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids, as in the overload without options.</param>
    /// <param name="options">Concurrency, progress and failure handling; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call. No request is in flight afterwards.</param>
    /// <returns>
    /// The presences in the order requested. Ids that the service leaves out are in
    /// <see cref="PresenceReadResult.Missing"/>, and with <see cref="PresenceFailureMode.Collect"/> failures are in
    /// <see cref="PresenceReadResult.Failures"/>.
    /// </returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID. The message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceIncompleteException">Some users could not be read for another reason, and the options
    /// don't collect failures.</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual Task<PresenceReadResult> GetAsync(
        IEnumerable<string> ids, PresenceReadOptions? options, CancellationToken cancellationToken = default)
    {
        options ??= new PresenceReadOptions();
        return CreateRead(ids, options.MaxConcurrency, options.Progress)
            .ReadAllAsync(options.OnFailure, cancellationToken);
    }

    /// <summary>
    /// Reads the presences of any number of users, and returns each page as soon as it is read:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">
    /// The object ids (GUIDs) of the users. Duplicates are read once; case is ignored. If there are none, there is no
    /// page.
    /// </param>
    /// <param name="cancellationToken">Cancels the call. No request is in flight afterwards.</param>
    /// <returns>
    /// Pages of up to 650 users, in the order in which they arrive. Each id is in exactly one page. Requests are sent
    /// when the enumeration begins, no more at once than the options allow. Leaving the enumeration early cancels the
    /// requests in flight. A second enumeration reads again.
    /// </returns>
    /// <remarks>
    /// Least permission: Presence.Read.All, delegated or application. A page contains its failure and does not throw
    /// it. Only rejected requests and failed sign-ins are thrown. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID. The message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual IAsyncEnumerable<PresencePage> ReadPagesAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        ReadPagesAsync(ids, options: null, cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users page by page, with options:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">The object ids, as in the overload without options.</param>
    /// <param name="options">Concurrency and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call. No request is in flight afterwards.</param>
    /// <returns>The same pages as the overload without options.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">An id is null or is not a GUID. The message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceException">The service rejected a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual IAsyncEnumerable<PresencePage> ReadPagesAsync(
        IEnumerable<string> ids, PresencePageOptions? options, CancellationToken cancellationToken = default)
    {
        options ??= new PresencePageOptions();
        return CreateRead(ids, options.MaxConcurrency, options.Progress).ReadPagesAsync(cancellationToken);
    }

    private BulkRead CreateRead(IEnumerable<string> ids, int atOnce, IProgress<PresenceReadProgress>? progress)
    {
        string[] distinct = PresenceIds.Distinct(ids);
        _context.Pipeline.ThrowIfDisposed();
        return new BulkRead(_context, distinct, atOnce, progress);
    }
}
