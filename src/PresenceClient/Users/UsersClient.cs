using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>The users of the directory. Thread-safe.</summary>
public class UsersClient
{
    private readonly GraphPipeline _pipeline = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected UsersClient()
    {
    }

    internal UsersClient(GraphPipeline pipeline) => _pipeline = pipeline;

    internal static string[] Properties { get; } = ["id", "displayName", "userPrincipalName", "mail"];

    /// <summary>One user.</summary>
    /// <param name="idOrName">
    /// The object id (a GUID), or for <see cref="UserClient.GetUserAsync"/> alone a sign-in name.
    /// </param>
    /// <exception cref="ArgumentException">It is null, blank, <c>.</c> or <c>..</c>.</exception>
    public virtual UserClient this[string idOrName] =>
        new(_pipeline, UserId.RequireSegment(idOrName, nameof(idOrName)));

    /// <summary>Lists every user, page after page, 999 to a page: <c>GET /users</c>.</summary>
    /// <param name="cancellationToken">Cancels the request for a page, and every later one.</param>
    /// <returns>The users in the service's order; each page is asked for when the one before is used up.</returns>
    /// <remarks>
    /// <para>Least permission: User.ReadBasic.All, delegated or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/user-list">list users</see>.</para>
    /// <para><see cref="PresenceClientOptions.TotalTimeout"/> covers each page, not the listing. The listing ends with
    /// an error after 11 pages in a row that bring nobody who was not listed before and still name a next page.</para>
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">A page took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, its answer cannot be read, or its pages have no
    /// end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public virtual IAsyncEnumerable<DirectoryUser> ListAsync(CancellationToken cancellationToken = default)
    {
        _pipeline.ThrowIfDisposed();
        var first = new GraphCall(GraphOperations.ListUsers, () => _pipeline.Api.Users.ToGetRequestInformation(
            static c =>
            {
                c.QueryParameters.Select = Properties;
                c.QueryParameters.Top = PageReader.LargestUserPage;
            }));
        return UserList.ReadAsync(_pipeline, first, cancellationToken);
    }
}
