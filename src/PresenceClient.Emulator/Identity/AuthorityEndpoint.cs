using System.Text.Json;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>
/// Describes the sign-in service. Libraries that don't know its host read the address of the token endpoint here.
/// </summary>
internal sealed class AuthorityEndpoint(Tenant tenant, TokenSettings settings, SigningKeys keys)
{
    /// <summary>Returns the metadata of OpenID Connect, or an error for an unknown tenant.</summary>
    /// <param name="name">The tenant's name in the address.</param>
    /// <param name="origin">Scheme and host of all addresses in the answer.</param>
    public (int Status, Action<Utf8JsonWriter> Body) Describe(string name, string origin)
    {
        // As in Entra: a domain name becomes the tenant's id, and the issuer for any tenant is a template.
        string issuer = TenantNames.IsShared(name) ? "{tenantid}" : tenant.Id;
        string root = $"{origin}/{(TenantNames.IsShared(name) ? name : tenant.Id)}";
        return ForTenant(name, writer =>
        {
            writer.WriteString("issuer", $"{origin}/{issuer}/v2.0");
            writer.WriteString("authorization_endpoint", $"{root}/oauth2/v2.0/authorize");
            writer.WriteString("token_endpoint", $"{root}/oauth2/v2.0/token");
            writer.WriteString("jwks_uri", $"{root}/discovery/v2.0/keys");
            WriteTexts(writer, "token_endpoint_auth_methods_supported", "client_secret_post", "client_secret_basic");
            WriteTexts(writer, "subject_types_supported", "pairwise");
            // Required, but the emulator issues no tokens in answers of the sign-in page, and no id tokens.
            WriteTexts(writer, "response_types_supported");
            WriteTexts(writer, "id_token_signing_alg_values_supported");
        });
    }

    /// <summary>
    /// Returns the keys of the validation tokens of notifications. Only the emulator can validate its other tokens.
    /// </summary>
    public (int Status, Action<Utf8JsonWriter> Body) ListKeys(string name) => ForTenant(name, keys.WriteKeys);

    /// <summary>Returns the error of the authorization endpoint.</summary>
    public (int Status, Action<Utf8JsonWriter> Body) RefuseSignIn() => Failed(TokenError.NoSignInPage);

    private (int Status, Action<Utf8JsonWriter> Body) ForTenant(string name, Action<Utf8JsonWriter> properties)
    {
        return TenantNames.Include(tenant, name) ? (200, WriteObject) : Failed(TokenError.UnknownTenant(name));

        void WriteObject(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }
    }

    private (int Status, Action<Utf8JsonWriter> Body) Failed(TokenError error) =>
        (error.Status, writer => error.Write(writer, settings.Now));

    private static void WriteTexts(Utf8JsonWriter writer, string name, params ReadOnlySpan<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
