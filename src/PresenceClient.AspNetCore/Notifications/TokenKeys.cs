using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>
/// The keys that sign validation tokens. They roll daily, so an unknown key id reads them again, but not more often
/// than a flood of forged tokens may cause.
/// </summary>
internal sealed class TokenKeys(PresenceNotificationReaderOptions options) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly HttpClient? _own = options.KeyHttpClient is null ? new HttpClient() : null;
    private ICollection<SecurityKey> _keys = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>Returns the keys.</summary>
    /// <param name="known">The keys without the one that is needed; null for the usual keys.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ICollection<SecurityKey>> GetAsync(
        ICollection<SecurityKey>? known, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            TimeSpan age = now - _readAt;
            bool lacksOne = ReferenceEquals(known, _keys);
            if (_keys.Count == 0 || age >= (lacksOne ? NotificationLimits.KeyPause : NotificationLimits.KeyAge))
            {
                (_keys, _readAt) = (await ReadAsync(cancellationToken).ConfigureAwait(false), now);
            }

            return _keys;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _own?.Dispose();
        _gate.Dispose();
    }

    private async Task<ICollection<SecurityKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var documents = new HttpDocumentRetriever(options.KeyHttpClient ?? _own!)
        {
            RequireHttps = options.OpenIdConfigurationAddress.Scheme == Uri.UriSchemeHttps,
        };
        try
        {
            OpenIdConnectConfiguration configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
                options.OpenIdConfigurationAddress.AbsoluteUri, documents, cancellationToken).ConfigureAwait(false);
            return configuration.SigningKeys;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new PresenceNotificationException(
                PresenceNotificationFault.NoKeys,
                $"The keys of validation tokens could not be read from {options.OpenIdConfigurationAddress.Host}. "
                    + "Check that the host can reach the address.",
                e);
        }
    }
}
