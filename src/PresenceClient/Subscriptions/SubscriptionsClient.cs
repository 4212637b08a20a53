using PresenceClient.Generated.Models;
using PresenceClient.Http;
using PresenceClient.Serialization;
using PresenceClient.Subscriptions;

namespace PresenceClient;

/// <summary>
/// The signed-in user's subscriptions to change notifications of presence. Other subscriptions are ignored.
/// Thread-safe.
/// </summary>
/// <remarks>
/// <para>Permission: delegated Presence.Read.All. There is no application permission for it. An application has one
/// presence subscription for each signed-in user, of up to 650 users and 60 minutes. Only the global cloud has
/// it.</para>
/// <para>A receiver in ASP.NET Core that also renews subscriptions is in the package PresenceClient.AspNetCore. Source:
/// <see href="https://learn.microsoft.com/graph/changenotifications-for-presence">change notifications for
/// presence</see>.</para>
/// </remarks>
public class SubscriptionsClient
{
    private const int MostPagesWithoutNews = 10;

    private readonly ClientContext _context = null!;

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected SubscriptionsClient()
    {
    }

    internal SubscriptionsClient(ClientContext context) => _context = context;

    /// <summary>
    /// Subscribes to the presence of users: <c>POST /subscriptions</c>. The service validates the address before it
    /// answers, so the endpoint must be running.
    /// </summary>
    /// <param name="request">The users, the addresses, the secret and the certificate.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The subscription. The service can give it another lifetime than requested.</returns>
    /// <remarks>Permission: delegated Presence.Read.All.</remarks>
    /// <exception cref="ArgumentException">A value of the request is not valid.</exception>
    /// <exception cref="PresenceAccessDeniedException">
    /// The permission is missing, the token has no user, or a quota is used up (403).
    /// </exception>
    /// <exception cref="PresenceAuthenticationException">
    /// Signing in failed, or the token was rejected (401).
    /// </exception>
    /// <exception cref="PresenceThrottledException">Too many requests (429).</exception>
    /// <exception cref="PresenceTimeoutException">The last attempt, or the call, exceeded its time limit.</exception>
    /// <exception cref="PresenceException">
    /// The user has a presence subscription of this application already (409), the address could not be validated
    /// (400), or the service failed.
    /// </exception>
    /// <exception cref="NotSupportedException">The cloud has no presence subscriptions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceSubscription> CreateAsync(
        PresenceSubscriptionRequest request, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> ids = SubscriptionCheck.Require(request);
        var body = new Subscription
        {
            ChangeType = "updated",
            Resource = PresenceResource.Of(ids),
            NotificationUrl = request.NotificationUrl.OriginalString,
            LifecycleNotificationUrl = request.LifecycleNotificationUrl?.OriginalString,
            ClientState = request.ClientState,
            ExpirationDateTime = _context.Time.GetUtcNow() + request.Lifetime,
        };
        if (request.Certificate is not null)
        {
            body.IncludeResourceData = true;
            Add(body, request.Certificate);
        }

        return SendAsync(
            new GraphCall(
                GraphOperations.CreateSubscription,
                _context.Requests.For(GraphOperations.CreateSubscription, objectId: null, body))
            {
                Confidential = request.ClientState is { Length: > 0 } secret ? [secret] : null,
            },
            cancellationToken);
    }

    /// <summary>Renews a subscription: <c>PATCH /subscriptions/{id}</c>. This also renews its authorization.</summary>
    /// <param name="id">The id of the subscription.</param>
    /// <param name="lifetime">The lifetime from now, 45 to 60 minutes; null for 60 minutes.</param>
    /// <param name="certificate">A new certificate for the content; null keeps the present one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The renewed subscription.</returns>
    /// <remarks>
    /// Permission: delegated Presence.Read.All. The users of a subscription can't be changed. Delete it, and create
    /// another.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is out of range.</exception>
    /// <exception cref="PresenceNotFoundException">The subscription has ended (404). Create another.</exception>
    /// <exception cref="PresenceException">As for <see cref="CreateAsync"/>.</exception>
    /// <exception cref="NotSupportedException">The cloud has no presence subscriptions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<PresenceSubscription> RenewAsync(
        string id,
        TimeSpan? lifetime = null,
        PresenceNotificationCertificate? certificate = null,
        CancellationToken cancellationToken = default)
    {
        SubscriptionCheck.RequireId(id);
        TimeSpan length = lifetime ?? SubscriptionLimits.Longest;
        SubscriptionCheck.RequireLifetime(length, nameof(lifetime));
        var body = new Subscription { ExpirationDateTime = _context.Time.GetUtcNow() + length };
        if (certificate is not null)
        {
            Add(body, certificate);
        }

        return SendAsync(
            new GraphCall(
                GraphOperations.UpdateSubscription,
                _context.Requests.For(GraphOperations.UpdateSubscription, id, body)),
            cancellationToken);
    }

    /// <summary>
    /// Lists the presence subscriptions of the signed-in user and this application: <c>GET /subscriptions</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The subscriptions to presence; those to other resources are left out.</returns>
    /// <remarks>Permission: delegated Presence.Read.All.</remarks>
    /// <exception cref="PresenceException">As for <see cref="CreateAsync"/>.</exception>
    /// <exception cref="NotSupportedException">The cloud has no presence subscriptions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<IReadOnlyList<PresenceSubscription>> ListAsync(
        CancellationToken cancellationToken = default)
    {
        var pages = new GraphPages(_context.Endpoint, MostPagesWithoutNews);
        var found = new List<PresenceSubscription>();
        GraphCall? next = new GraphCall(
            GraphOperations.ListSubscriptions,
            _context.Requests.For(GraphOperations.ListSubscriptions, objectId: null));
        while (next is { } call)
        {
            Page<List<PresenceSubscription>> page = await _context.Pipeline.SendAsync(
                call, static (utf8, _) => PageReader.ReadSubscriptions(utf8), cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Items.Where(static one => PresenceResource.IsPresence(one.Resource)));
            next = pages.After(call, page.NextLink, hasNews: page.Items.Count > 0);
        }

        return found;
    }

    /// <summary>Deletes a subscription: <c>DELETE /subscriptions/{id}</c>.</summary>
    /// <param name="id">The id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False if it had ended already (404).</returns>
    /// <remarks>Permission: delegated Presence.Read.All.</remarks>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    /// <exception cref="PresenceException">As for <see cref="CreateAsync"/>.</exception>
    /// <exception cref="NotSupportedException">The cloud has no presence subscriptions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        SubscriptionCheck.RequireId(id);
        return _context.Pipeline.EndAsync(
            new GraphCall(
                GraphOperations.DeleteSubscription, _context.Requests.For(GraphOperations.DeleteSubscription, id)),
            cancellationToken);
    }

    private Task<PresenceSubscription> SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        _context.Pipeline.SendAsync(call, static (utf8, _) => SubscriptionReader.ReadOne(utf8), cancellationToken);

    private static void Add(Subscription body, PresenceNotificationCertificate certificate)
    {
        body.EncryptionCertificate = Convert.ToBase64String(certificate.Certificate.RawData);
        body.EncryptionCertificateId = certificate.Id;
    }
}
