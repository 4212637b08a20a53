using System.Text.Json;
using Azure.Core;
using PresenceClient.Emulator;

namespace PresenceClient.Soak.Emulated;

/// <summary>
/// The credential of the emulator's application. Its tokens expire by the emulated clock; tokens of Azure.Identity
/// expire by the real clock.
/// </summary>
internal sealed class SecretCredential(HttpClient http, PresenceEmulator emulator, TimeProvider time) : TokenCredential
{
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = emulator.Application.ClientId,
            ["client_secret"] = emulator.Application.ClientSecret,
            ["scope"] = string.Join(' ', requestContext.Scopes),
        });
        var address = new Uri($"https://login.emulator.invalid/{emulator.TenantId}/oauth2/v2.0/token");
        using HttpResponseMessage response = await http.PostAsync(address, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(
            await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new AccessToken(
            answer.RootElement.GetProperty("access_token").GetString()!,
            time.GetUtcNow().AddSeconds(answer.RootElement.GetProperty("expires_in").GetInt32()));
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The client signs in asynchronously.");
}
