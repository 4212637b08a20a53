using Azure.Core;

namespace PresenceClient.Http;

/// <summary>A token, and how long it is used. Not a record, because a record's text would contain the token.</summary>
internal sealed class CachedToken
{
    private static readonly TimeSpan EarliestRefresh = TimeSpan.FromMinutes(5);

    public CachedToken(AccessToken token, string? claims, DateTimeOffset now)
    {
        Header = $"Bearer {token.Token}";
        Claims = claims;
        TimeSpan lifetime = token.ExpiresOn - now;
        if (lifetime > TimeSpan.Zero)
        {
            TimeSpan early = lifetime / 2 < EarliestRefresh ? lifetime / 2 : EarliestRefresh;
            ValidUntil = token.ExpiresOn - (early / 10);
            RefreshAt = token.RefreshOn ?? (token.ExpiresOn - early);
        }
    }

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    public string Header { get; }

    /// <summary>The claims that were requested with it; null for none.</summary>
    public string? Claims { get; }

    /// <summary>
    /// When the token is no longer used: shortly before it expires, because a request takes time. In the past for a
    /// token that arrived expired.
    /// </summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>
    /// Whether the token was still valid when it arrived. An expired one is sent once by the calls that waited for it,
    /// because the credential's clock can differ from the client's.
    /// </summary>
    public bool CameValid => ValidUntil != default;

    /// <summary>When a new token is requested in the background. Until it arrives, this one is used.</summary>
    public DateTimeOffset RefreshAt { get; }
}
