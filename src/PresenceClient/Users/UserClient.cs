using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>A client for one user: the directory entry, the presence, and its writes. Thread-safe.</summary>
/// <remarks>
/// All members except <see cref="GetUserAsync"/> require the object id, a GUID. Graph answers a sign-in name with
/// <see cref="PresenceAvailability.PresenceUnknown"/> and no error, so a sign-in name is an error here.
/// </remarks>
public class UserClient
{
    private readonly ClientContext _context = null!;
    private readonly PresenceOwner _owner = null!;
    private readonly HeldSessions _held = null!;
    private readonly string _idOrName = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected UserClient()
    {
    }

    internal UserClient(ClientContext context, HeldSessions held, string idOrName)
    {
        (_context, _held) = (context, held);
        _owner = new PresenceOwner(context, idOrName);
        _idOrName = idOrName;
    }

    /// <summary>The application's presence session of the user.</summary>
    public virtual SessionClient Session => new(_owner, _held);

    /// <summary>The preferred presence of the user.</summary>
    public virtual PreferredPresenceClient Preferred => new(_owner);

    /// <summary>The status message of the user.</summary>
    public virtual StatusMessageClient StatusMessage => new(_owner);

    /// <summary>Reads the user's presence: <c>GET /users/{id}/presence</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The presence; <see cref="PresenceAvailability.PresenceUnknown"/> if the service does not know the user, the
    /// user has no cloud mailbox, or the presence is not shared.
    /// </returns>
    /// <remarks>
    /// Least permission: delegated Presence.Read.All (Presence.Read for the signed-in user's own), application
    /// Presence.Read.All. Source: <see href="https://learn.microsoft.com/graph/api/presence-get">get presence</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not a GUID.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceNotFoundException">The user does not exist (404).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<UserPresence> GetPresenceAsync(CancellationToken cancellationToken = default) =>
        _owner.GetAsync(cancellationToken);

    /// <summary>
    /// Reads the user's directory entry, for example to resolve a sign-in name to an object id: <c>GET /users/{id}</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: User.ReadBasic.All, delegated (User.Read for the signed-in user's own) or application. Source:
    /// <see href="https://learn.microsoft.com/graph/api/user-get">get a user</see>.
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceNotFoundException">The user does not exist (404).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<DirectoryUser> GetUserAsync(CancellationToken cancellationToken = default)
    {
        var call = new GraphCall(GraphOperations.GetUser, () => _context.Requests.Build(api => api.Users[_idOrName]
            .ToGetRequestInformation(static c => c.QueryParameters.Select = UsersClient.Properties)))
        {
            Confidential = [_idOrName],
        };
        return _context.Pipeline.SendAsync(call, (utf8, _) => UserReader.ReadOne(utf8, _idOrName), cancellationToken);
    }
}
