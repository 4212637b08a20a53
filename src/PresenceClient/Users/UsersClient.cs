using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>A client for the users of the directory. Thread-safe.</summary>
public class UsersClient
{
    private readonly ClientContext _context = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected UsersClient()
    {
    }

    internal UsersClient(ClientContext context) => _context = context;

    internal static string[] Properties { get; } =
        ["id", "displayName", "userPrincipalName", "mail", "accountEnabled", "userType"];

    /// <summary>Gets a client for one user.</summary>
    /// <param name="idOrName">
    /// The object id, a GUID. Only for <see cref="UserClient.GetUserAsync"/>, it can be a sign-in name.
    /// </param>
    /// <exception cref="ArgumentException">The id is null, blank, <c>.</c>, <c>..</c> or not valid Unicode.</exception>
    public virtual UserClient this[string idOrName] =>
        new(_context, UserId.RequireSegment(idOrName, nameof(idOrName)));

    /// <summary>Lists every user, page after page, 999 to a page: <c>GET /users</c>.</summary>
    /// <param name="cancellationToken">Cancels the request for a page, and every later one.</param>
    /// <returns>The users in the service's order; each page is requested when the one before is used up.</returns>
    /// <remarks>
    /// <para>Lists disabled accounts, rooms and guests too; the overload with <see cref="UserListOptions"/> filters
    /// them. Least permission: User.ReadBasic.All, delegated or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/user-list">list users</see>.</para>
    /// <para><see cref="PresenceClientOptions.TotalTimeout"/> covers each page, not the listing. The listing fails
    /// after 11 pages in a row that contain no new user and still link to a next page.</para>
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">
    /// The last attempt for a page, or its call, exceeded its time limit.
    /// </exception>
    /// <exception cref="PresenceException">The service failed, its answer cannot be read, or its pages have no
    /// end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<DirectoryUser> ListAsync(CancellationToken cancellationToken = default) =>
        ListAsync(options: null, cancellationToken);

    /// <summary>Lists the users that match the options, page after page: <c>GET /users</c>.</summary>
    /// <param name="options">The filters, which are read when the method is called; null lists every user.</param>
    /// <param name="cancellationToken">Cancels the request for a page, and every later one.</param>
    /// <returns>The users in the service's order; each page is requested when the one before is used up.</returns>
    /// <remarks>
    /// Least permission: User.Read.All with a filter, User.ReadBasic.All without one, delegated or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/user-list">list users</see>.
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">
    /// The last attempt for a page, or its call, exceeded its time limit.
    /// </exception>
    /// <exception cref="PresenceException">The service failed, its answer cannot be read, or its pages have no
    /// end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<DirectoryUser> ListAsync(
        UserListOptions? options, CancellationToken cancellationToken = default)
    {
        _context.Pipeline.ThrowIfDisposed();
        string? filter = options?.ToFilter();
        GraphOperation operation = filter is null ? GraphOperations.ListUsers : GraphOperations.FilterUsers;
        var first = new GraphCall(operation, () => _context.Requests.Api.Users.ToGetRequestInformation(
            c =>
            {
                c.QueryParameters.Filter = filter;
                c.QueryParameters.Select = Properties;
                c.QueryParameters.Top = PageReader.LargestUserPage;
            }));
        return UserList.ReadAsync(_context, first, cancellationToken);
    }
}
