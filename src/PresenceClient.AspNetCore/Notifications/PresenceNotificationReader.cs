using PresenceClient.AspNetCore.Notifications;

namespace PresenceClient;

/// <summary>
/// Validates and decrypts change notifications of presence, from any transport: a web hook, a function, a queue, an
/// event hub. Thread-safe.
/// </summary>
/// <remarks>
/// <para>All validation tokens are checked before anything is decrypted, and one that is not valid rejects the whole
/// body. Content is decrypted with the certificate that the notification names; its signature is compared in constant
/// time.</para>
/// <para>In an ASP.NET Core host, <c>AddNotifications</c> and <c>MapPresenceNotifications</c> do all of it. Source:
/// <see href="https://learn.microsoft.com/graph/change-notifications-with-resource-data">change notifications with
/// resource data</see>.</para>
/// </remarks>
public sealed class PresenceNotificationReader : IDisposable
{
    // The message with which an event hub is tried out has this change type, and no other field of use.
    private const string ProbeOfEventHubs = "NA";

    private readonly bool _requiresTokens;
    private readonly ClientStateCheck _clientState;
    private readonly ContentKeys _content;
    private readonly TokenCheck _tokens;

    /// <summary>Creates a reader.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is not valid. All errors are reported together.</exception>
    public PresenceNotificationReader(PresenceNotificationReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. options.Faults()];
        if (faults.Length > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        }

        _requiresTokens = options.RequireTokens;
        _clientState = new ClientStateCheck(options.ClientState);
        _content = new ContentKeys(options.Certificates);
        _tokens = new TokenCheck(options);
    }

    /// <summary>Reads the body of a post or a message.</summary>
    /// <param name="body">The body, JSON in UTF-8.</param>
    /// <param name="cancellationToken">Cancels reading the keys of the tokens.</param>
    /// <returns>The notifications whose client state is right.</returns>
    /// <exception cref="PresenceNotificationException">The body is rejected as a whole.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PresenceNotifications> ReadAsync(
        ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        var post = NotificationPost.Parse(body);
        if (_requiresTokens && post.IsEncrypted)
        {
            await _tokens.RequireAsync(post.Tokens, cancellationToken).ConfigureAwait(false);
        }

        NotificationItem[] right = [.. post.Items.Where(IsRight)];
        return new PresenceNotifications
        {
            Items = [.. right.Where(IsUseful).Select(Read)],
            Rejected = post.Items.Count - right.Length,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    private bool IsRight(NotificationItem item) => _clientState.IsRight(item.ClientState);

    private static bool IsUseful(NotificationItem item) =>
        item.SubscriptionId is not (null or ProbeOfEventHubs)
            && (item.UserId is not null || item.LifecycleEvent is not null);

    private PresenceNotification Read(NotificationItem item)
    {
        var notification = new PresenceNotification
        {
            SubscriptionId = item.SubscriptionId!,
            UserId = item.LifecycleEvent is null ? item.UserId : null,
            LifecycleEvent = item.LifecycleEvent,
            SubscriptionExpiresAt = item.ExpiresAt,
            Fingerprint = item.Content?.Signature ?? item.NotificationId,
        };
        if (item.Content is null || notification.UserId is not { } userId)
        {
            return notification;
        }

        return _content.Decrypt(item.Content, userId) is var (availability, activity)
            ? notification with { AvailabilityText = availability, ActivityText = activity }
            : notification with { IsUnreadable = true };
    }
}
