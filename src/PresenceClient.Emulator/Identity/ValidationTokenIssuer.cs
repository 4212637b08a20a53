using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>Issues the tokens that come with encrypted notifications, as Microsoft's sign-in does.</summary>
internal sealed class ValidationTokenIssuer(Tenant tenant, TokenSettings settings, SigningKeys keys)
{
    /// <summary>The id of the application Microsoft Graph Change Tracking, which sends notifications.</summary>
    private const string ChangeTracking = "0bf30f3b-4a52-48df-9a82-234910c4a086";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Issues a token for an application, which is its audience.</summary>
    public string Issue(string audience, bool isExpired)
    {
        DateTime issuedAt = settings.Now;
        if (isExpired)
        {
            issuedAt -= Lifetime + TimeSpan.FromHours(1);
        }

        bool isV1 = tenant.Options.V1ValidationTokens;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = isV1
                ? settings.Issuer
                : $"https://login.microsoftonline.com/{tenant.Id}/v2.0",
            Audience = audience,
            IssuedAt = issuedAt,
            NotBefore = issuedAt,
            Expires = issuedAt + Lifetime,
            Claims = new Dictionary<string, object>
            {
                [isV1 ? "appid" : "azp"] = ChangeTracking,
                ["tid"] = tenant.Id,
                ["ver"] = isV1 ? "1.0" : "2.0",
            },
            SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.RsaSha256)
            {
                // The factory's cache would keep a key that is no longer in force.
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
        });
    }
}
