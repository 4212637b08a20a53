using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>
/// Validates the tokens of a post: RS256 with a published key, for the application, from the tenant, not expired, and
/// sent by Microsoft Graph Change Tracking.
/// </summary>
internal sealed class TokenCheck(PresenceNotificationReaderOptions options) : IDisposable
{
    private const string ChangeTracking = "0bf30f3b-4a52-48df-9a82-234910c4a086";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly TokenKeys _keys = new(options);
    private readonly JsonWebTokenHandler _handler =
        new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <exception cref="PresenceNotificationException">A token is not valid, so the post is rejected.</exception>
    public async Task RequireAsync(IReadOnlyList<string>? tokens, CancellationToken cancellationToken)
    {
        if (tokens is null or [])
        {
            throw new PresenceNotificationException(
                PresenceNotificationFault.NoTokens,
                "The notifications have encrypted content, but no validation tokens. Microsoft Graph could not issue "
                    + "them for the application: its enterprise application requires an assignment. Set 'Assignment "
                    + "required' (appRoleAssignmentRequired) to No, or assign Microsoft Graph Change Tracking "
                    + $"({ChangeTracking}).");
        }

        foreach (string token in tokens)
        {
            ICollection<SecurityKey> keys = await _keys.GetAsync(null, cancellationToken).ConfigureAwait(false);
            TokenValidationResult result = await ValidateAsync(token, keys).ConfigureAwait(false);
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // The keys have rolled since they were read.
                keys = await _keys.GetAsync(keys, cancellationToken).ConfigureAwait(false);
                result = await ValidateAsync(token, keys).ConfigureAwait(false);
            }

            if (!result.IsValid)
            {
                throw Invalid(Reason(result.Exception));
            }

            RequireCaller((JsonWebToken)result.SecurityToken);
        }
    }

    public void Dispose() => _keys.Dispose();

    private Task<TokenValidationResult> ValidateAsync(string token, ICollection<SecurityKey> keys) =>
        _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeys = keys,
            ValidAudience = options.ApplicationId,
            ValidIssuers =
            [
                $"https://sts.windows.net/{options.TenantId}/",
                $"https://login.microsoftonline.com/{options.TenantId}/v2.0",
            ],
            // The library's own validation has the system clock.
            LifetimeValidator = (notBefore, expires, _, _) =>
                options.TimeProvider.GetUtcNow().UtcDateTime is var now
                && (notBefore is null || notBefore <= now + ClockSkew) && now - ClockSkew < expires,
        });

    private void RequireCaller(JsonWebToken token)
    {
        string claim = Value(token, "ver") switch
        {
            "1.0" => "appid",
            "2.0" => "azp",
            _ => throw Invalid("its version is not 1.0 or 2.0"),
        };
        if (!ChangeTracking.Equals(Value(token, claim), StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("it is not from Microsoft Graph Change Tracking");
        }

        if (!string.Equals(Value(token, "tid"), options.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("it is from another tenant");
        }
    }

    private static string? Value(JsonWebToken token, string type) =>
        token.TryGetClaim(type, out Claim claim) ? claim.Value : null;

    private static string Reason(Exception? failure) => failure switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException =>
            "it has expired",
        SecurityTokenInvalidAudienceException => "it is for another application",
        SecurityTokenInvalidIssuerException => "it is from another tenant",
        SecurityTokenSignatureKeyNotFoundException => "it is signed with an unknown key",
        SecurityTokenInvalidAlgorithmException => "its algorithm is not RS256",
        SecurityTokenInvalidSignatureException => "its signature is wrong, or it has none",
        _ => "it is not a JSON web token",
    };

    private static PresenceNotificationException Invalid(string reason) => new(
        PresenceNotificationFault.InvalidToken,
        $"A validation token is not valid: {reason}. The post was rejected. If this happens often, check "
            + $"{nameof(PresenceNotificationReaderOptions.ApplicationId)} and "
            + $"{nameof(PresenceNotificationReaderOptions.TenantId)}.");
}
