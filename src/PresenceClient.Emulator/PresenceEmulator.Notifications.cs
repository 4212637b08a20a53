namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>The subscriptions that have not expired, in the order of their creation: a snapshot.</summary>
    public IReadOnlyList<EmulatedSubscription> Subscriptions => Array.AsReadOnly(Array.ConvertAll(
        _tenant.State.Subscriptions.At(_tenant.Now), one => new EmulatedSubscription(one)));

    /// <summary>
    /// The address of the OpenID configuration with the keys that sign validation tokens, for example
    /// <c>http://127.0.0.1:5080/common/.well-known/openid-configuration</c>.
    /// </summary>
    public Uri OpenIdConfigurationAddress => new(_loopback.Address, "common/.well-known/openid-configuration");

    /// <summary>
    /// Sends all notifications that are due now, and waits for the answers of the subscribers. Notifications are also
    /// sent without this call; it lets a test wait for them.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when nothing is due or under way. Failed posts are due later.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task DeliverNotificationsAsync(CancellationToken cancellationToken = default) =>
        _notifications.DeliverAsync(cancellationToken);

    /// <summary>
    /// Sends the lifecycle event <c>reauthorizationRequired</c> to every subscription with a
    /// <c>lifecycleNotificationUrl</c>.
    /// </summary>
    /// <remarks>
    /// Without this call, the event is sent ten minutes before the token of the last create, update or reauthorize
    /// expires. Afterwards notifications are withheld for up to four hours.
    /// </remarks>
    public void RequireReauthorization() => _notifications.RequireReauthorization();

    /// <summary>
    /// Replaces the key that signs validation tokens. The former key stays published until the next one.
    /// </summary>
    /// <remarks>Without this call, keys roll every day of the tenant's clock.</remarks>
    public void RollSigningKeys() => _keys.Roll();
}
