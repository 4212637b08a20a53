using System.Buffers.Text;
using System.Text.Json;

namespace PresenceClient.Tool;

/// <summary>What the claims of a token say. Its signature is not checked: only Graph can do that.</summary>
/// <param name="IsPerson">Whether a person is signed in, with delegated permissions.</param>
/// <param name="Permissions">The names of the permissions.</param>
internal sealed record TokenFacts(bool IsPerson, IReadOnlyList<string> Permissions)
{
    private const int PartsOfToken = 3;

    public string? TenantId { get; private init; }

    public string? ApplicationId { get; private init; }

    /// <summary>The sign-in name of the person, or the object id of the application.</summary>
    public string? SubjectName { get; private init; }

    /// <summary>Reads the claims; null if the token is not a JSON Web Token that can be decoded.</summary>
    public static TokenFacts? TryRead(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != PartsOfToken || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return claims.RootElement.ValueKind == JsonValueKind.Object ? Read(claims.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TokenFacts Read(JsonElement claims)
    {
        // A person's token can have roles too, which are the person's and not the application's.
        string? scopes = Text(claims, "scp");
        bool isPerson = scopes is not null || Text(claims, "idtyp") == "user";
        return new TokenFacts(
            isPerson,
            isPerson ? (scopes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) : Roles(claims))
        {
            TenantId = Text(claims, "tid"),
            ApplicationId = Text(claims, "appid") ?? Text(claims, "azp"),
            SubjectName = Text(claims, "upn") ?? Text(claims, "preferred_username") ?? Text(claims, "oid"),
        };
    }

    private static string[] Roles(JsonElement claims) =>
        claims.TryGetProperty("roles", out JsonElement roles) && roles.ValueKind == JsonValueKind.Array
            ?
            [
                .. roles.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String)
                    .Select(role => role.GetString()!),
            ]
            : [];

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
