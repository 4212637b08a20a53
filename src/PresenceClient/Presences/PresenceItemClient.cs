using PresenceClient.Http;
using PresenceClient.Users;

namespace PresenceClient;

/// <summary>Reads one presence by its id.</summary>
/// <remarks>Thread-safe.</remarks>
public class PresenceItemClient
{
    private readonly ClientContext _context = null!;
    private readonly string _id = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceItemClient()
    {
    }

    internal PresenceItemClient(ClientContext context, string id)
    {
        _context = context;
        _id = id;
    }

    /// <summary>Reads the presence: <c>GET /communications/presences/{id}</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The presence; <see cref="PresenceAvailability.PresenceUnknown"/> if the service does not know the user, the
    /// user has no cloud mailbox, or the presence is not shared.
    /// </returns>
    /// <remarks>
    /// Least permission: delegated Presence.Read.All (Presence.Read for the signed-in user's own presence),
    /// application Presence.Read.All.
    /// Source: <see href="https://learn.microsoft.com/graph/api/presence-get">get presence</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not an object id.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the service rejects the token
    /// (401).</exception>
    /// <exception cref="PresenceNotFoundException">The service does not know the user (404).</exception>
    /// <exception cref="PresenceThrottledException">The service throttles (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<UserPresence> GetAsync(CancellationToken cancellationToken = default) =>
        SingleRead.GetAsync(_context, GraphOperations.GetPresence, _id, cancellationToken);
}
