using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>A client for the users of the directory. Thread-safe.</summary>
public class UsersClient
{
    private readonly ClientContext _context = null!;
    private readonly HeldSessions _held = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected UsersClient()
    {
    }

    internal UsersClient(ClientContext context, HeldSessions held) => (_context, _held) = (context, held);

    internal static string[] Properties { get; } =
        ["id", "displayName", "userPrincipalName", "mail", "accountEnabled", "userType"];

    /// <summary>Gets a client for one user.</summary>
    /// <param name="idOrName">
    /// The object id (a GUID). <see cref="UserClient.GetUserAsync"/> also takes a sign-in name.
    /// </param>
    /// <exception cref="ArgumentException">The id is null, blank, <c>.</c>, <c>..</c> or not valid Unicode.</exception>
    public virtual UserClient this[string idOrName] =>
        new(_context, _held, UserId.RequireSegment(idOrName, nameof(idOrName)));

    /// <summary>Gets a client for one user.</summary>
    /// <param name="id">The object id.</param>
    [SuppressMessage("Design", "CA1043", Justification = "A GUID is what identifies a user.")]
    public virtual UserClient this[Guid id] => new(_context, _held, id.ToString());

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
        var first = new GraphCall(operation, () => CreateList(_context, filter));
        return UserList.ReadAsync(_context, first, isNew: null, cancellationToken);
    }

    /// <summary>
    /// Looks up the users with these sign-in names, 15 names to a request: <c>GET /users</c> with
    /// <c>$filter=userPrincipalName in (…)</c>.
    /// </summary>
    /// <param name="names">
    /// The sign-in names, any number. A name that occurs more than once, ignoring case, is looked up once. If there are
    /// none, nothing is sent.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; nothing of it is under way afterwards.</param>
    /// <returns>
    /// One outcome for each name in the order given, duplicates included: found with the user, missing if no user has
    /// this name, or failed with the exception.
    /// </returns>
    /// <remarks>
    /// <para>Names are compared as a whole, ignoring case. A mail address that differs from the sign-in name doesn't
    /// match. The sign-in name of a guest looks like <c>adele_fabrikam.com#EXT#@contoso.onmicrosoft.com</c>. At most
    /// four requests are under way at once, and each has a time limit of its own
    /// (<see cref="PresenceClientOptions.TotalTimeout"/>).</para>
    /// <para>A request that fails permanently fails only its names. If the service rejects a request (400, or 414 for a
    /// long address), its names are looked up in smaller requests, so that only the rejected name fails. 401, 403 and a
    /// failed sign-in end the call, since the other requests would fail too.</para>
    /// <para>Least permission: User.ReadBasic.All, delegated or application. Sources:
    /// <see href="https://learn.microsoft.com/graph/api/user-list">list users</see>,
    /// <see href="https://learn.microsoft.com/graph/filter-query-parameter">filter query parameter</see>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A name is null, blank, an object id, longer than 120 characters, or contains
    /// an unpaired surrogate. The message says its index. Nothing was sent.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual Task<UserResolveResult> ResolveAsync(
        IEnumerable<string> names, CancellationToken cancellationToken = default)
    {
        string[] required = SignInNames.Require(names);
        _context.Pipeline.ThrowIfDisposed();
        return new NameLookup(_context, required).RunAsync(cancellationToken);
    }

    /// <summary>Creates a keeper, which sets and renews the presence sessions of many users.</summary>
    /// <param name="options">How the keeper sends its requests; null for the defaults.</param>
    /// <returns>The keeper. Dispose it to clear the sessions of its users.</returns>
    /// <exception cref="ArgumentException">Options aren't valid. All errors are reported together.</exception>
    /// <exception cref="InvalidOperationException"><see cref="PresenceClientOptions.ApplicationId"/> is not
    /// set.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual PresenceKeeper CreateKeeper(PresenceKeeperOptions? options = null)
    {
        options ??= new PresenceKeeperOptions();
        HoldPlan plan = _held.PlanFor(options);
        _held.Require();
        return new PresenceKeeper(new KeeperEngine(_context, _held, plan, options.ClearTimeout));
    }

    /// <summary>Creates the request for the first page of the users that match a filter; null for all users.</summary>
    internal static GraphRequest CreateList(ClientContext context, string? filter) =>
        context.Requests.Build(api => api.Users.ToGetRequestInformation(c =>
        {
            c.QueryParameters.Filter = filter;
            c.QueryParameters.Select = Properties;
            c.QueryParameters.Top = PageReader.LargestUserPage;
        }));
}
