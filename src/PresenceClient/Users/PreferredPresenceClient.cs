using PresenceClient.Users;

namespace PresenceClient;

/// <summary>A client for the preferred presence of one user, which overrides every session. Thread-safe.</summary>
/// <remarks>
/// A preferred presence shows only while the user has at least one session, of a Teams client or of an application.
/// Without one the user is Offline, and a success changes nothing that people see. Teams can show it minutes later.
/// Source:
/// <see href="https://learn.microsoft.com/graph/cloud-communications-manage-presence-state">manage presence
/// state</see>.
/// </remarks>
public class PreferredPresenceClient
{
    private readonly PresenceOwner _owner = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PreferredPresenceClient()
    {
    }

    internal PreferredPresenceClient(PresenceOwner owner) => _owner = owner;

    /// <summary>
    /// Sets the preferred presence to one of the six legal states:
    /// <c>POST /users/{id}/presence/setUserPreferredPresence</c>, or the same under <c>/me</c>, where it is not
    /// documented.
    /// </summary>
    /// <param name="presence">The state.</param>
    /// <param name="duration">
    /// How long the preference lasts, more than zero; null for the service's default: one day for Busy and
    /// DoNotDisturb, seven days for the other states. No upper bound is documented.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// <para>Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence">
    /// setUserPreferredPresence</see>.</para>
    /// <para>A success does not mean that people see it; see <see cref="PreferredPresenceClient"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one of the six, or the duration is not
    /// greater than zero.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, the token was rejected, or a signed-in user
    /// wrote another user's presence (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service rejected the request, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetAsync(
        PreferredPresence presence, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new SetPreferred(PresencePair.Of(presence), duration), cancellationToken);

    /// <summary>
    /// Sets the preferred presence to any pair of names, for pairs that Microsoft adds later. The service decides
    /// whether it is legal.
    /// </summary>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="duration">As in the other overload.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// <para><c>POST /users/{id}/presence/setUserPreferredPresence</c>, or the same under <c>/me</c>, where it is not
    /// documented. Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All.</para>
    /// <para>A success does not mean that people see it; see <see cref="PreferredPresenceClient"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The availability or the activity is null, blank or not valid Unicode, or the
    /// id is not a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not greater than zero.</exception>
    /// <exception cref="PresenceException">As in the other overload; 400 for a pair that is not legal.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetAsync(
        string availability,
        string activity,
        TimeSpan? duration = null,
        CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new SetPreferred(PresencePair.Of(availability, activity), duration), cancellationToken);

    /// <summary>
    /// Clears the preferred presence: <c>POST /users/{id}/presence/clearUserPreferredPresence</c>, or the same under
    /// <c>/me</c>, where it is not documented. Without a preferred presence, nothing happens.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All. Afterwards the highest session shows. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-clearuserpreferredpresence">
    /// clearUserPreferredPresence</see>.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not a GUID.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, the token was rejected, or a signed-in user
    /// wrote another user's presence (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service rejected the request, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task ClearAsync(CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new ClearPreferred(), cancellationToken);
}
