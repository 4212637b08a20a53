using PresenceClient.Http;
using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>
/// A client for the signed-in user. Requires a delegated token: an application has no "me". Thread-safe.
/// </summary>
/// <remarks>
/// Microsoft documents reading and the work location under <c>/me</c>, but the other writes only under
/// <c>/users/{id}</c>, with the signed-in user's own id. Microsoft's SDKs have them under <c>/me</c> too.
/// </remarks>
public class MeClient
{
    private readonly PresenceOwner _owner = null!;
    private readonly HeldSessions _held = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected MeClient()
    {
    }

    internal MeClient(ClientContext context, HeldSessions held) =>
        (_owner, _held) = (new PresenceOwner(context), held);

    /// <summary>The application's presence session of the signed-in user. Not documented under <c>/me</c>.</summary>
    public virtual SessionClient Session => new(_owner, _held);

    /// <summary>The preferred presence of the signed-in user. Not documented under <c>/me</c>.</summary>
    public virtual PreferredPresenceClient Preferred => new(_owner);

    /// <summary>The status message of the signed-in user. Not documented under <c>/me</c>.</summary>
    public virtual StatusMessageClient StatusMessage => new(_owner);

    /// <summary>The work location of the signed-in user. Documented only under <c>/me</c>.</summary>
    public virtual WorkLocationClient WorkLocation => new(_owner);

    /// <summary>Reads the signed-in user's presence: <c>GET /me/presence</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.Read. There is no application permission. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-get">get presence</see>.
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">
    /// The service failed (it answers 400 to an application's token), or its answer cannot be read.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<UserPresence> GetPresenceAsync(CancellationToken cancellationToken = default) =>
        _owner.GetAsync(cancellationToken);
}
