using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>One group of the directory, for example a team. Thread-safe.</summary>
public class GroupClient
{
    private readonly ClientContext _context = null!;
    private readonly string _id = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected GroupClient()
    {
    }

    internal GroupClient(ClientContext context, string id) => (_context, _id) = (context, id);

    /// <summary>
    /// Lists the users who are members of the group or of a group in it, page after page, 999 to a page:
    /// <c>GET /groups/{id}/transitiveMembers/graph.user</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the request for a page, and every later one.</param>
    /// <returns>The users in the service's order; each page is requested when the one before is used up.</returns>
    /// <remarks>
    /// <para>Devices, contacts and applications are not listed. Least permission: GroupMember.Read.All, delegated or
    /// application. The names and other properties of the users also need a permission to read users
    /// (User.ReadBasic.All or User.Read.All, as in <see cref="UsersClient"/>): without one the service returns the
    /// members with little more than their ids. A group that hides its members also needs Member.Read.Hidden.</para>
    /// <para>It is an advanced query (<c>$count=true</c> and <c>ConsistencyLevel: eventual</c>), so recent changes of
    /// the members can be absent. <see cref="PresenceClientOptions.TotalTimeout"/> covers each page, not the listing.
    /// The listing ends with an error after 11 pages in a row that bring no user who was not listed before and still
    /// name a next page. Source:
    /// <see href="https://learn.microsoft.com/graph/api/group-list-transitivemembers">list group transitive
    /// members</see>.</para>
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceNotFoundException">The group does not exist (404).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">A page took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, its answer cannot be read, or its pages have no
    /// end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<DirectoryUser> ListMembersAsync(CancellationToken cancellationToken = default)
    {
        _context.Pipeline.ThrowIfDisposed();
        var first = new GraphCall(
            GraphOperations.ListGroupMembers,
            () => _context.Requests.Build(api => api.Groups[_id].TransitiveMembers.GraphUser.ToGetRequestInformation(
                static c =>
                {
                    c.QueryParameters.Count = true;
                    c.QueryParameters.Select = UsersClient.Properties;
                    c.QueryParameters.Top = PageReader.LargestUserPage;
                })));
        return UserList.ReadAsync(_context, first, isNew: null, cancellationToken);
    }
}
