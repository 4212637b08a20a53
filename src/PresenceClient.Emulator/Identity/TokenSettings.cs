using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>What issuing and checking a token must agree on; the key is made anew with each start.</summary>
internal sealed class TokenSettings(Tenant tenant, TimeProvider clock)
{
    public const string Audience = "https://graph.microsoft.com";

    public string Issuer { get; } = $"https://sts.windows.net/{tenant.Id}/";

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// A shared secret, since issuer and audience are one process: a fresh RSA key would take a start's budget.
    /// </summary>
    public SymmetricSecurityKey Key { get; } = new(RandomNumberGenerator.GetBytes(32));
}
