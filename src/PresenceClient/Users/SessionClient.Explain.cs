namespace PresenceClient;

/// <content>Why people see, or do not see, what the session was set to.</content>
public partial class SessionClient
{
    /// <summary>
    /// Reads the user's presence, and explains why people see, or do not see, the state that the session was set to:
    /// <c>GET /users/{id}/presence</c>, or <c>GET /me/presence</c>.
    /// </summary>
    /// <param name="intended">The state that the session was set to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The presence, a verdict and a sentence for people.</returns>
    /// <remarks>
    /// <para>It changes nothing, and needs no <see cref="PresenceClientOptions.ApplicationId"/>. A write can become
    /// visible minutes later, so wait some minutes after a write before you act on the verdict.</para>
    /// <para>Least permission: delegated Presence.Read.All (Presence.Read for one's own), application
    /// Presence.Read.All; application permissions don't work for <c>/me</c>. Source:
    /// <see href="https://learn.microsoft.com/graph/api/presence-get">get presence</see>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The id of the user isn't a GUID.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the five.</exception>
    /// <exception cref="PresenceAccessDeniedException">The permission is missing (403).</exception>
    /// <exception cref="PresenceAuthenticationException">Signing in failed, or the token was rejected
    /// (401).</exception>
    /// <exception cref="PresenceNotFoundException">The service doesn't know the user (404).</exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The attempt exceeded its time limit.</exception>
    /// <exception cref="PresenceException">The service failed, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceExplanation> ExplainAsync(
        SessionPresence intended, CancellationToken cancellationToken = default) =>
        ExplainAsync(PresencePair.Of(intended), cancellationToken);

    /// <summary>
    /// Reads the user's presence, and explains why people see, or do not see, any pair that the session was set to:
    /// <c>GET /users/{id}/presence</c>, or <c>GET /me/presence</c>.
    /// </summary>
    /// <param name="availability">The intended availability, as the service spells it, for example
    /// <c>Busy</c>.</param>
    /// <param name="activity">The intended activity, as the service spells it, for example <c>InACall</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>As the other overload.</returns>
    /// <remarks>
    /// Least permission: delegated Presence.Read.All (Presence.Read for one's own), application Presence.Read.All;
    /// application permissions don't work for <c>/me</c>.
    /// </remarks>
    /// <exception cref="ArgumentException">The availability or the activity is null, blank or not valid Unicode, or the
    /// id of the user isn't a GUID.</exception>
    /// <exception cref="PresenceException">As in the other overload.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceExplanation> ExplainAsync(
        string availability, string activity, CancellationToken cancellationToken = default) =>
        ExplainAsync(PresencePair.Of(availability, activity), cancellationToken);

    private Task<PresenceExplanation> ExplainAsync(PresencePair intended, CancellationToken cancellationToken)
    {
        // Started outside of the task, so that a wrong id throws from the call.
        Task<UserPresence> read = _owner.GetAsync(cancellationToken);
        return ExplainAsync();

        async Task<PresenceExplanation> ExplainAsync() =>
            PresenceExplanation.Of(await read.ConfigureAwait(false), intended);
    }
}
