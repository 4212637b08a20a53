using PresenceClient.Http;
using PresenceClient.Users;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>
/// A presence session that is renewed until you end it. Created by <see cref="SessionClient.HoldAsync(SessionPresence,
/// PresenceHoldOptions?, CancellationToken)"/>. Thread-safe.
/// </summary>
/// <remarks>
/// <para>The session is renewed after a third of <see cref="PresenceHoldOptions.Expiry"/>;
/// <see cref="SessionPresence.Available"/>, which fades after 5 minutes, after at most 4 minutes. Transient failures
/// are retried. After a lapse the session is set again as soon as the service accepts it.</para>
/// <para>An application has one session for a user. Holds of one user that are made by one client share it: the latest
/// state shows, the state before it shows again when its hold ends, and the last hold to end clears the session. Two
/// processes overwrite each other's state. So do a hold through <see cref="MeClient"/> and one of the same person by
/// id.</para>
/// <para>If the process stops without ending the hold, the state stays visible until the session expires, at least 5
/// minutes.</para>
/// <para>Each renewal counts against the application's limit: a user takes 30 seconds / renewal interval of a request
/// in 30 seconds.</para>
/// </remarks>
public class PresenceHold : IAsyncDisposable
{
    private static readonly TimeSpan LongestDisposal = TimeSpan.FromSeconds(5);

    private readonly HeldSessions _sessions = null!;
    private readonly PresenceOwner _owner = null!;
    private readonly HoldClaim _claim = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceHold()
    {
    }

    internal PresenceHold(HeldSessions sessions, PresenceOwner owner, HoldPlan plan) =>
        (_sessions, _owner, _claim) = (sessions, owner, new HoldClaim(plan));

    /// <summary>The state now, by the monotonic clock.</summary>
    public virtual PresenceHoldState State
    {
        get
        {
            lock (_sessions.Lock)
            {
                return _claim.Refusal is not null ? PresenceHoldState.Refused
                    : Session is not { } session ? PresenceHoldState.Ended
                    : session.Left <= TimeSpan.Zero ? PresenceHoldState.Lapsed
                    : session.Failure is not null ? PresenceHoldState.Retrying
                    : PresenceHoldState.Held;
            }
        }
    }

    /// <summary>
    /// When the session expires unless it is renewed: the start of the last successful request and the expiry. Null if
    /// the hold has ended or is refused.
    /// </summary>
    public virtual DateTimeOffset? ValidUntil
    {
        get
        {
            lock (_sessions.Lock)
            {
                return Session is { } session ? _owner.Now + session.Left : null;
            }
        }
    }

    /// <summary>
    /// The failure of the last request, or the reason of a refusal. Null if the last request succeeded, or the hold has
    /// ended.
    /// </summary>
    public virtual Exception? Failure
    {
        get
        {
            lock (_sessions.Lock)
            {
                return _claim.Refusal ?? Session?.Failure;
            }
        }
    }

    /// <summary>
    /// Cancelled when the session lapses or is refused. It stays cancelled when the session is set again later, and it
    /// is not cancelled by ending the hold.
    /// </summary>
    public virtual CancellationToken Lost => _claim.Lost;

    // Null if this hold has ended. Under the lock.
    private HeldSession? Session => _sessions.Find(_owner) is { } session && session.Has(_claim) ? session : null;

    /// <summary>
    /// Changes the state that is held: <c>POST /users/{id}/presence/setPresence</c>, or the same under <c>/me</c>. It
    /// hides the states of other holds of the same user.
    /// </summary>
    /// <param name="presence">The new state.</param>
    /// <param name="cancellationToken">Stops waiting. The hold keeps the new state all the same.</param>
    /// <returns>Ends when the service has accepted the state.</returns>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (for one's own id only), application Presence.ReadWrite.All.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The state is not one of the five.</exception>
    /// <exception cref="InvalidOperationException">The hold has ended or is refused.</exception>
    /// <exception cref="PresenceException">The request failed. The hold keeps retrying, unless the service rejected the
    /// state permanently (400, 401, 403, 404): then <see cref="State"/> is
    /// <see cref="PresenceHoldState.Refused"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the hold ended.</exception>
    public virtual Task ChangeAsync(SessionPresence presence, CancellationToken cancellationToken = default) =>
        ChangeAsync(PresencePair.Of(presence), cancellationToken);

    /// <summary>
    /// Changes the state that is held to any pair, for pairs that Microsoft adds later:
    /// <c>POST /users/{id}/presence/setPresence</c>, or the same under <c>/me</c>.
    /// </summary>
    /// <param name="availability">The availability as the service spells it, for example <c>Busy</c>.</param>
    /// <param name="activity">The activity as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="cancellationToken">Stops waiting. The hold keeps the new state all the same.</param>
    /// <returns>Ends when the service has accepted the state.</returns>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (for one's own id only), application Presence.ReadWrite.All.
    /// </remarks>
    /// <exception cref="ArgumentException">The availability or the activity is null, blank or not valid Unicode.
    /// </exception>
    /// <exception cref="InvalidOperationException">The hold has ended or is refused.</exception>
    /// <exception cref="PresenceException">As in the other overload.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the hold ended.</exception>
    public virtual Task ChangeAsync(
        string availability, string activity, CancellationToken cancellationToken = default) =>
        ChangeAsync(PresencePair.Of(availability, activity), cancellationToken);

    /// <summary>
    /// Ends the hold. The last hold of a user clears the session: <c>POST /users/{id}/presence/clearPresence</c>, or
    /// the same under <c>/me</c>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting. The hold ends all the same.</param>
    /// <returns>
    /// True if the session was cleared. False if another hold of the user shows now, or there was no session to clear.
    /// </returns>
    /// <remarks>
    /// Least permission: delegated Presence.ReadWrite (for one's own id only), application Presence.ReadWrite.All.
    /// </remarks>
    /// <exception cref="PresenceException">The request failed. The session is not renewed any more. A transient failure
    /// is retried in the background until the session expires.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<bool> EndAsync(CancellationToken cancellationToken = default)
    {
        Task<bool> ending = _sessions.Release(_owner, _claim);
        Unobserved.Ignore(ending);
        return ending.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the hold as <see cref="EndAsync"/> does. Waits at most 5 seconds for the service, and never throws.
    /// </summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_sessions is not null)
        {
            Task ending = _sessions.Release(_owner, _claim);
            Unobserved.Ignore(ending);
            await ending.WaitAsync(LongestDisposal, _sessions.Context.Time)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Sets the session for the first time. A failure ends the hold.</summary>
    internal async Task<PresenceHold> BeginAsync(SetSession command, CancellationToken cancellationToken)
    {
        try
        {
            await _sessions.Show(_owner, _claim, command).WaitAsync(cancellationToken).ConfigureAwait(false);
            return this;
        }
        catch
        {
            Unobserved.Ignore(_sessions.Release(_owner, _claim));
            throw;
        }
    }

    private Task ChangeAsync(PresencePair pair, CancellationToken cancellationToken)
    {
        var command = new SetSession(pair, _claim.Plan.Expiry);
        lock (_sessions.Lock)
        {
            return Session is not null
                ? _sessions.Show(_owner, _claim, command).WaitAsync(cancellationToken)
                : throw new InvalidOperationException(_claim.Refusal is null
                    ? "The hold has ended. Start a new one with HoldAsync."
                    : "The service rejected the hold permanently; Failure has the reason. Start a new one with "
                        + "HoldAsync.");
        }
    }
}
