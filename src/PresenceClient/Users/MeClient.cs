using PresenceClient.Http;
using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>The signed-in user. Needs a delegated token: an application alone has no "me". Thread-safe.</summary>
/// <remarks>
/// Reading and the work location are documented under <c>/me</c>. The other writes are not: Microsoft documents them
/// under <c>/users/{id}</c>, with the signed-in user's own id, while its SDKs have them here too and others use them
/// so.
/// </remarks>
public class MeClient
{
    private readonly PresenceOwner _owner = null!;
    private readonly HeldSessions _held = null!;

    /// <summary>For mocks and derived classes.</summary>
    protected MeClient()
    {
    }

    internal MeClient(ClientContext context, HeldSessions held) =>
        (_owner, _held) = (new PresenceOwner(context), held);

    /// <summary>This application's presence session for the signed-in user. Not documented under <c>/me</c>.</summary>
    public virtual SessionClient Session => new(_owner, _held);

    /// <summary>The presence that the signed-in user prefers to show. Not documented under <c>/me</c>.</summary>
    public virtual PreferredPresenceClient Preferred => new(_owner);

    /// <summary>The status message beside the presence. Not documented under <c>/me</c>.</summary>
    public virtual StatusMessageClient StatusMessage => new(_owner);

    /// <summary>Where the signed-in user works from. Documented under <c>/me</c> alone.</summary>
    public virtual WorkLocationClient WorkLocation => new(_owner);

    /// <summary>Reads the signed-in user's presence: <c>GET /me/presence</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.Read; no application permission does. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-get">get presence</see>.
    /// </remarks>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token is refused (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt took longer than it may.</exception>
    /// <exception cref="PresenceException">
    /// The service failed (for an application's token it answers 400), or its answer cannot be read.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<UserPresence> GetPresenceAsync(CancellationToken cancellationToken = default) =>
        _owner.GetAsync(cancellationToken);
}
