using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>A client for the application's presence session of one user. Thread-safe.</summary>
/// <remarks>
/// <para>An application has one session for a user, identified by <see cref="PresenceClientOptions.ApplicationId"/>.
/// The user's presence is the highest of all sessions, including those of Teams clients. From the highest to the
/// lowest, the states are DoNotDisturb, Busy, Available and Away.</para>
/// <para>A success does not mean that people see the state. A preferred presence, or a Teams client with a higher
/// state, can hide it, and Teams can show it minutes later.
/// <see cref="ExplainAsync(SessionPresence, CancellationToken)"/> says why it isn't visible. Source:
/// <see href="https://learn.microsoft.com/graph/cloud-communications-manage-presence-state">manage presence
/// state</see>.</para>
/// </remarks>
public partial class SessionClient
{
    private readonly PresenceOwner _owner = null!;
    private readonly HeldSessions _held = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected SessionClient()
    {
    }

    internal SessionClient(PresenceOwner owner, HeldSessions held) => (_owner, _held) = (owner, held);

    /// <summary>
    /// Sets the session to one of the five legal states: <c>POST /users/{id}/presence/setPresence</c>, or the same
    /// under <c>/me</c>, where it is not documented.
    /// </summary>
    /// <param name="presence">The state.</param>
    /// <param name="duration">
    /// How long the session lasts, from 5 minutes to 4 hours; null for the service's default, 5 minutes. Setting it
    /// again restarts the time.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// <para>Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-setpresence">setPresence</see>.</para>
    /// <para>A success does not mean that people see it; see <see cref="SessionClient"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one of the five, or the duration is out of
    /// range.</exception>
    /// <exception cref="InvalidOperationException"><see cref="PresenceClientOptions.ApplicationId"/> is not
    /// set.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, the token was rejected, or a signed-in user
    /// wrote another user's presence (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service rejected the request, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetAsync(
        SessionPresence presence, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new SetSession(PresencePair.Of(presence), duration), cancellationToken);

    /// <summary>
    /// Sets the session to any pair of names, for pairs that Microsoft adds later. The service decides whether it is
    /// legal.
    /// </summary>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="duration">As in the other overload.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// <para><c>POST /users/{id}/presence/setPresence</c>, or the same under <c>/me</c>, where it is not documented.
    /// Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All.</para>
    /// <para>A success does not mean that people see it; see <see cref="SessionClient"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The availability or the activity is null, blank or not valid Unicode, or the
    /// id is not a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is too short or too long.</exception>
    /// <exception cref="InvalidOperationException"><see cref="PresenceClientOptions.ApplicationId"/> is not
    /// set.</exception>
    /// <exception cref="PresenceException">As in the other overload; 400 for a pair that is not legal.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task SetAsync(
        string availability,
        string activity,
        TimeSpan? duration = null,
        CancellationToken cancellationToken = default) =>
        _owner.SendAsync(new SetSession(PresencePair.Of(availability, activity), duration), cancellationToken);

    /// <summary>
    /// Ends the session: <c>POST /users/{id}/presence/clearPresence</c>, or the same under <c>/me</c>, where it is not
    /// documented.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// True if a session ended; false if there was none (404). A 404 after an attempt whose answer was lost counts as
    /// true, because that attempt may have ended the session.
    /// </returns>
    /// <remarks>
    /// <para>Least permission: delegated Presence.ReadWrite (only for the signed-in user's own id), application
    /// Presence.ReadWrite.All. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-clearpresence">clearPresence</see>.</para>
    /// <para>Afterwards the highest of the remaining sessions shows. Without one, the user is Offline.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not a GUID.</exception>
    /// <exception cref="InvalidOperationException"><see cref="PresenceClientOptions.ApplicationId"/> is not
    /// set.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, the token was rejected, or a signed-in user
    /// wrote another user's presence (401).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service rejected the request, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<bool> ClearAsync(CancellationToken cancellationToken = default) =>
        _owner.EndSessionAsync(cancellationToken);

    /// <summary>
    /// Sets the session and renews it until you end it: <c>POST /users/{id}/presence/setPresence</c>, or the same under
    /// <c>/me</c>, where it is not documented.
    /// </summary>
    /// <param name="presence">The state.</param>
    /// <param name="options">How the session is held; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the first request. It does not end the hold.</param>
    /// <returns>The hold, once the service has accepted the state. Dispose it to end it.</returns>
    /// <remarks>
    /// <para>Least permission: delegated Presence.ReadWrite (for one's own id only), application
    /// Presence.ReadWrite.All. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-setpresence">setPresence</see>.</para>
    /// <para>A success does not mean that people see it; see <see cref="SessionClient"/>. <see cref="SetAsync(
    /// SessionPresence, TimeSpan?, CancellationToken)"/> and <see cref="ClearAsync"/> change the same session, and the
    /// next renewal undoes that.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The user was named by something other than an object id, or options aren't
    /// valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one of the five.</exception>
    /// <exception cref="InvalidOperationException"><see cref="PresenceClientOptions.ApplicationId"/> is not
    /// set.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, the token was rejected, or a signed-in user
    /// wrote another's presence (401).</exception>
    /// <exception cref="PresenceException">The first request failed. Nothing is held then.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceHold> HoldAsync(
        SessionPresence presence,
        PresenceHoldOptions? options = null,
        CancellationToken cancellationToken = default) =>
        HoldAsync(PresencePair.Of(presence), options, cancellationToken);

    /// <summary>
    /// Sets the session to any pair and renews it, for pairs that Microsoft adds later:
    /// <c>POST /users/{id}/presence/setPresence</c>, or the same under <c>/me</c>, where it is not documented.
    /// </summary>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="options">How the session is held; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the first request. It does not end the hold.</param>
    /// <returns>The hold, once the service has accepted the state. Dispose it to end it.</returns>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (for one's own id only), application Presence.ReadWrite.All.
    /// </remarks>
    /// <exception cref="ArgumentException">The availability or the activity is null, blank or not valid Unicode, or as
    /// in the other overload.</exception>
    /// <exception cref="InvalidOperationException"><see cref="PresenceClientOptions.ApplicationId"/> is not
    /// set.</exception>
    /// <exception cref="PresenceException">As in the other overload; 400 for a pair that is not legal.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceHold> HoldAsync(
        string availability,
        string activity,
        PresenceHoldOptions? options = null,
        CancellationToken cancellationToken = default) =>
        HoldAsync(PresencePair.Of(availability, activity), options, cancellationToken);

    private Task<PresenceHold> HoldAsync(
        PresencePair pair, PresenceHoldOptions? options, CancellationToken cancellationToken)
    {
        HoldPlan plan = _held.PlanFor(options);
        var command = new SetSession(pair, plan.Expiry);
        _held.Require(_owner);
        return new PresenceHold(_held, _owner, plan).BeginAsync(command, cancellationToken);
    }
}
