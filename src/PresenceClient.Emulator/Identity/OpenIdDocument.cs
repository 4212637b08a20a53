using System.Text.Json;

namespace PresenceClient.Emulator.Identity;

/// <summary>
/// The OpenID configuration of the sign-in, with the address of the keys that sign validation tokens.
/// </summary>
internal static class OpenIdDocument
{
    /// <summary>The issuer of tokens of version 2.0, with the template that Entra publishes.</summary>
    public const string IssuerTemplate = "https://login.microsoftonline.com/{tenantid}/v2.0";

    /// <param name="writer">The writer of the answer.</param>
    /// <param name="origin">Scheme and host as the caller sees them.</param>
    /// <param name="tenant">The tenant in the path: an id, or <c>common</c>.</param>
    public static void Write(Utf8JsonWriter writer, string origin, string tenant)
    {
        string root = $"{origin}/{Uri.EscapeDataString(tenant)}";
        writer.WriteStartObject();
        writer.WriteString("issuer", IssuerTemplate);
        writer.WriteString("token_endpoint", $"{root}/oauth2/v2.0/token");
        writer.WriteString("authorization_endpoint", $"{root}/oauth2/v2.0/authorize");
        writer.WriteString("jwks_uri", $"{root}/discovery/v2.0/keys");
        WriteValues(writer, "response_types_supported", "token");
        WriteValues(writer, "subject_types_supported", "pairwise");
        WriteValues(writer, "id_token_signing_alg_values_supported", "RS256");
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
