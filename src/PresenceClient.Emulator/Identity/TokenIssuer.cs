using Azure.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>Issues signed tokens with the claims that Entra puts into tokens for Graph.</summary>
internal sealed class TokenIssuer(Tenant tenant, TokenSettings settings, TimeSpan lifetime)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _signing = new(settings.Key, SecurityAlgorithms.HmacSha256);

    public TimeSpan Lifetime => lifetime;

    /// <summary>Issues a token for an application, with the roles granted to it.</summary>
    public AccessToken ForApplication(EmulatedApplication application) => Issue(new()
    {
        ["appid"] = application.ClientId,
        ["oid"] = application.PrincipalId,
        ["sub"] = application.PrincipalId,
        ["idtyp"] = "app",
        ["roles"] = application.Roles.ToArray(),
    });

    /// <summary>Issues a token for a signed-in user, with the consented scopes.</summary>
    public AccessToken ForUser(EmulatedApplication application, EmulatedUser user, IEnumerable<string> scopes) =>
        Issue(new()
        {
            ["appid"] = application.ClientId,
            ["oid"] = user.Id,
            ["sub"] = user.Id,
            ["idtyp"] = "user",
            ["name"] = user.DisplayName,
            ["upn"] = user.UserPrincipalName,
            ["scp"] = string.Join(' ', scopes),
        });

    private AccessToken Issue(Dictionary<string, object> claims)
    {
        claims["tid"] = tenant.Id;
        claims["ver"] = "1.0";
        DateTime now = settings.Now;
        string token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.Issuer,
            Audience = TokenSettings.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = _signing,
        });
        return new AccessToken(token, now + lifetime);
    }
}
