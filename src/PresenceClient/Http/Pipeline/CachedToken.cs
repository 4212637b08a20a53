using Azure.Core;

namespace PresenceClient.Http;

/// <summary>A token, and how long it is used. Not a record, which would print it.</summary>
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

    /// <summary>The claims that it was asked for with; null for none.</summary>
    public string? Claims { get; }

    /// <summary>Shortly before it expires, since a request takes time; the past for one that came expired.</summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>
    /// Whether it had not expired when it came. One that had is sent once by the calls that waited for it, since the
    /// credential's clock may not be the client's.
    /// </summary>
    public bool CameValid => ValidUntil != default;

    /// <summary>From then on a new token is asked for, while this one is still used.</summary>
    public DateTimeOffset RefreshAt { get; }
}
