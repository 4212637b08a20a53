using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Protocol;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>Determines the caller from the Authorization header.</summary>
internal sealed class Authenticator
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _checks;
    private readonly Tenant _tenant;
    private readonly TokenSettings _settings;
    private readonly bool _letAnybodyIn;

    public Authenticator(Tenant tenant, TokenSettings settings, bool letAnybodyIn)
    {
        (_tenant, _settings, _letAnybodyIn) = (tenant, settings, letAnybodyIn);
        _checks = new()
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = TokenSettings.Audience,
            IssuerSigningKey = settings.Key,
            // By default the library uses the system clock and tolerates five minutes.
            LifetimeValidator = (notBefore, expires, _, _) => notBefore <= settings.Now && settings.Now < expires,
        };
    }

    public async ValueTask<Outcome<Caller>> AuthenticateAsync(string authorization, bool aboutMe)
    {
        string token = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : "";
        if (token.Length == 0)
        {
            return _letAnybodyIn ? Anybody(aboutMe) : EmulatedError.InvalidToken("Access token is empty.");
        }

        TokenValidationResult result = await _handler.ValidateTokenAsync(token, _checks).ConfigureAwait(false);
        return result is { IsValid: true, SecurityToken: JsonWebToken valid }
            ? Read(valid)
            : EmulatedError.InvalidToken(Explain(result.Exception));
    }

    private static string Explain(Exception failure) => failure switch
    {
        SecurityTokenInvalidLifetimeException => "Lifetime validation failed, the token is expired.",
        SecurityTokenInvalidAudienceException => "Access token validation failure. Invalid audience.",
        SecurityTokenInvalidIssuerException => "Access token validation failure. Invalid issuer.",
        SecurityTokenInvalidSignatureException => "Access token validation failure. Invalid signature.",
        _ => "Access token is not a valid JWT.",
    };

    /// <summary>
    /// Reads the caller from a valid token. Only the emulator has the key, so the claims are its own.
    /// </summary>
    private Caller Read(JsonWebToken token)
    {
        string clientId = token.GetClaim("appid").Value;
        if (!token.TryGetClaim("scp", out Claim scopes))
        {
            return new Caller(clientId, null, [.. token.Claims.Where(IsRole).Select(claim => claim.Value)]);
        }

        _tenant.TryGetUserById(token.GetClaim("oid").Value, out EmulatedUser? user);
        return new Caller(clientId, user, scopes.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            TokenLeft = token.ValidTo - _settings.Now,
        };
    }

    private static bool IsRole(Claim claim) => claim.Type == "roles";

    private Caller Anybody(bool aboutMe)
    {
        EmulatedApplication application = _tenant.SeededApplication;
        return aboutMe
            ? new Caller(application.ClientId, _tenant.FirstUser, PermissionNames.UsualScopes)
            : new Caller(application.ClientId, null, application.Roles);
    }
}
