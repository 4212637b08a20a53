using System.Runtime.CompilerServices;
using PresenceClient.Presences;

namespace PresenceClient;

/// <content>
/// Reads of many users. An empty list (<c>[]</c>) fits texts and GUIDs; the priority makes it one of texts.
/// </content>
public partial class PresencesClient
{
    /// <summary>
    /// Reads the presences of any number of users, up to 650 with each request:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">
    /// The object ids (GUIDs) of the users; duplicates, ignoring case, are read once. None: nothing is sent.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>
    /// The presences in the order asked; ids that the service leaves out are in
    /// <see cref="PresenceReadResult.Missing"/>.
    /// </returns>
    /// <remarks>
    /// Least permission: Presence.Read.All, delegated or application. Four requests are under way at once; another
    /// number, and progress, can be set by the options. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">An id is null or no GUID; the message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceIncompleteException">Some users could not be read for another reason: too many requests
    /// (429), a timeout, a broken connection or answer. What went wrong is inside; what was read all the same is in its
    /// result.</exception>
    /// <exception cref="PresenceException">The service refused a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual Task<PresenceReadResult> GetAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        GetAsync(ids, options: null, cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users, with options: <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">As in the other overload.</param>
    /// <param name="options">Concurrency, progress, and what a failure does; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>
    /// The presences in the order asked, and what is lacking in <see cref="PresenceReadResult.Missing"/> and, with
    /// <see cref="PresenceFailureMode.Collect"/>, in <see cref="PresenceReadResult.Failures"/>.
    /// </returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">An id is null or no GUID; the message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceIncompleteException">Some users could not be read for another reason, and the options
    /// do not say to collect failures.</exception>
    /// <exception cref="PresenceException">The service refused a request (400).</exception>
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
    /// Reads the presences of any number of users and gives each part as soon as it is there:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">
    /// The object ids (GUIDs) of the users; duplicates, ignoring case, are read once. None: no page.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>
    /// Pages of up to 650 users, in the order in which they are answered; each id is in exactly one page. Requests are
    /// sent when the enumeration begins, no more at once than the options say; leaving it early ends what is under way.
    /// Enumerating again reads again.
    /// </returns>
    /// <remarks>
    /// Least permission: Presence.Read.All, delegated or application. A page holds its failure and does not throw it;
    /// only a refusal is thrown. Source:
    /// <see href="https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid">
    /// getPresencesByUserId</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">An id is null or no GUID; the message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceException">The service refused a request (400).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public virtual IAsyncEnumerable<PresencePage> ReadPagesAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default) =>
        ReadPagesAsync(ids, options: null, cancellationToken);

    /// <summary>
    /// Reads the presences of any number of users page by page, with options:
    /// <c>POST /communications/getPresencesByUserId</c>.
    /// </summary>
    /// <param name="ids">As in the other overload.</param>
    /// <param name="options">Concurrency and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>As in the other overload.</returns>
    /// <remarks>Least permission: Presence.Read.All, delegated or application.</remarks>
    /// <exception cref="ArgumentException">An id is null or no GUID; the message names its index.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceException">The service refused a request (400).</exception>
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
