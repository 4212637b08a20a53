using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>One user: the directory's entry, the presence, and everything that can be set of it. Thread-safe.</summary>
/// <remarks>
/// All but <see cref="GetUserAsync"/> need the object id (a GUID): Graph answers a sign-in name with
/// <see cref="PresenceAvailability.PresenceUnknown"/> and no error, so it is refused here.
/// </remarks>
public class UserClient
{
    private readonly ClientContext _context = null!;
    private readonly PresenceOwner _owner = null!;
    private readonly HeldSessions _held = null!;
    private readonly string _idOrName = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected UserClient()
    {
    }

    internal UserClient(ClientContext context, HeldSessions held, string idOrName)
    {
        (_context, _held) = (context, held);
        _owner = new PresenceOwner(context, idOrName);
        _idOrName = idOrName;
    }

    /// <summary>This application's presence session for the user.</summary>
    public virtual SessionClient Session => new(_owner, _held);

    /// <summary>The presence that the user prefers to show.</summary>
    public virtual PreferredPresenceClient Preferred => new(_owner);

    /// <summary>The status message beside the presence.</summary>
    public virtual StatusMessageClient StatusMessage => new(_owner);

    /// <summary>Reads the user's presence: <c>GET /users/{id}/presence</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The presence; <see cref="PresenceAvailability.PresenceUnknown"/> when the service does not know the user, the
    /// user has no cloud mailbox, or the presence is not shared.
    /// </returns>
    /// <remarks>
    /// Least permission: delegated Presence.Read.All (Presence.Read for one's own), application Presence.Read.All.
    /// Source: <see href="https://learn.microsoft.com/graph/api/presence-get">get presence</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">The user was named by something else than an object id.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceNotFoundException">The service does not know the user (404).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<UserPresence> GetPresenceAsync(CancellationToken cancellationToken = default) =>
        _owner.GetAsync(cancellationToken);

    /// <summary>
    /// Reads the directory's entry, and so turns a sign-in name into an object id: <c>GET /users/{id}</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: User.ReadBasic.All, delegated (User.Read for one's own) or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/user-get">get a user</see>.
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceNotFoundException">There is no such user (404).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<DirectoryUser> GetUserAsync(CancellationToken cancellationToken = default)
    {
        var call = new GraphCall(GraphOperations.GetUser, () => _context.Requests.Api.Users[_idOrName]
            .ToGetRequestInformation(static c => c.QueryParameters.Select = UsersClient.Properties))
        {
            Confidential = [_idOrName],
        };
        return _context.Pipeline.SendAsync(call, (utf8, _) => UserReader.ReadOne(utf8, _idOrName), cancellationToken);
    }
}
