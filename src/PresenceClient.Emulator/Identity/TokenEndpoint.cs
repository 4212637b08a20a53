using System.Text.Json;
using Azure.Core;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Identity;

/// <summary>
/// The token endpoint. An application signs in with its secret, a user with a sign-in name and any password.
/// </summary>
internal sealed class TokenEndpoint(Tenant tenant, TokenIssuer issuer, TokenSettings settings)
{
    private const string DefaultScope = "/.default";
    private static readonly string[] NotForGraph = ["openid", "profile", "email", "offline_access"];

    public (int Status, Action<Utf8JsonWriter> Body) Answer(TokenRequest request)
    {
        TokenError? error = TryIssue(request, out AccessToken token);
        return error is null
            ? (200, writer => WriteToken(writer, token))
            : (error.Status, writer => error.Write(writer, settings.Now));
    }

    private TokenError? TryIssue(TokenRequest request, out AccessToken token)
    {
        token = default;
        if (request.Flaw is { } flaw)
        {
            return TokenError.Malformed(flaw);
        }

        if (!TenantNames.Include(tenant, request.Tenant))
        {
            return TokenError.UnknownTenant(request.Tenant);
        }

        return request["grant_type"] switch
        {
            "" => TokenError.Missing("grant_type"),
            "client_credentials" => IssueForApplication(request, out token),
            "password" => IssueForUser(request, out token),
            string other => TokenError.UnknownGrant(other),
        };
    }

    private TokenError? IssueForApplication(TokenRequest request, out AccessToken token)
    {
        token = default;
        (string id, string secret) = request.ReadClient();
        if (id.Length == 0)
        {
            return TokenError.Missing("client_id");
        }

        if (!tenant.TryGetApplication(id, out EmulatedApplication? application))
        {
            return TokenError.UnknownApplication(id);
        }

        if (secret.Length == 0)
        {
            return TokenError.NoSecret;
        }

        if (secret != application.ClientSecret)
        {
            return TokenError.WrongSecret;
        }

        string scope = request["scope"];
        if (scope.Length == 0)
        {
            return TokenError.Missing("scope");
        }

        if (!scope.EndsWith(DefaultScope, StringComparison.Ordinal))
        {
            return TokenError.NotDefaultScope(scope);
        }

        token = issuer.ForApplication(application);
        return null;
    }

    private TokenError? IssueForUser(TokenRequest request, out AccessToken token)
    {
        token = default;
        (string id, string secret) = request.ReadClient();
        // Unlike Entra, the emulator accepts a sign-in without an application, and uses the seeded one.
        if (id.Length == 0)
        {
            id = tenant.SeededApplication.ClientId;
        }

        if (!tenant.TryGetApplication(id, out EmulatedApplication? application))
        {
            return TokenError.UnknownApplication(id);
        }

        if (secret.Length > 0 && secret != application.ClientSecret)
        {
            return TokenError.WrongSecret;
        }

        string name = request["username"];
        if (name.Length == 0)
        {
            return TokenError.Missing("username");
        }

        if (!tenant.TryGetUserByName(name, out EmulatedUser? user))
        {
            return TokenError.UnknownUser(name);
        }

        if (!user.AccountEnabled)
        {
            return TokenError.DisabledUser;
        }

        string[] scopes = ReadScopes(request["scope"]);
        if (scopes.Length == 0)
        {
            return TokenError.Missing("scope");
        }

        token = issuer.ForUser(application, user, scopes);
        return null;
    }

    /// <summary>
    /// Parses scopes and returns their short names; <c>.default</c> means all scopes that the operations require.
    /// </summary>
    public static string[] ReadScopes(string text)
    {
        string[] scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Exists(scopes, scope => scope.EndsWith(DefaultScope, StringComparison.Ordinal)))
        {
            return PermissionNames.UsualScopes;
        }

        return [.. scopes.Select(scope => scope[(scope.LastIndexOf('/') + 1)..]).Except(NotForGraph)];
    }

    private void WriteToken(Utf8JsonWriter writer, AccessToken token)
    {
        long seconds = (long)issuer.Lifetime.TotalSeconds;
        writer.WriteStartObject();
        writer.WriteString("token_type", "Bearer");
        writer.WriteNumber("expires_in", seconds);
        writer.WriteNumber("ext_expires_in", seconds);
        writer.WriteString("access_token", token.Token);
        writer.WriteEndObject();
    }
}
