using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>The settings that issuing and validating tokens share. The key is generated at each start.</summary>
internal sealed class TokenSettings(Tenant tenant, TimeProvider clock)
{
    public const string Audience = "https://graph.microsoft.com";

    public string Issuer { get; } = $"https://sts.windows.net/{tenant.Id}/";

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// A shared secret, because issuer and audience are in one process. Generating an RSA key would delay the start.
    /// </summary>
    public SymmetricSecurityKey Key { get; } = new(RandomNumberGenerator.GetBytes(32));
}
