using System.Text;
using System.Text.Json;
using Azure.Core;

namespace PresenceClient.Aot;

/// <summary>The tenant of an emulator's tool that runs in another process.</summary>
internal sealed class Tenant : TokenCredential
{
    private readonly string _token;

    private Tenant(Uri address, string applicationId, string token, string[] ids) =>
        (Address, ApplicationId, _token, Ids) = (address, applicationId, token, ids);

    /// <summary>The address of the emulated Graph.</summary>
    public Uri Address { get; }

    /// <summary>The id of the seeded application, which is signed in.</summary>
    public string ApplicationId { get; }

    /// <summary>The object ids of all users.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Signs in, and reads the users.</summary>
    public static async Task<Tenant> OpenAsync(Uri address)
    {
        using var http = new HttpClient();
        using JsonDocument tenant = await ReadAsync(http, new Uri(address, "/_emulator"));
        using JsonDocument users = await ReadAsync(http, new Uri(address, "/_emulator/users"));
        JsonElement application = tenant.RootElement.GetProperty("apps")[0];
        string applicationId = application.GetProperty("clientId").GetString()!;
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", applicationId),
            new("client_secret", application.GetProperty("clientSecret").GetString()),
            new("scope", "https://graph.microsoft.com/.default"),
        ]);
        string path = $"/{tenant.RootElement.GetProperty("tenantId").GetString()}/oauth2/v2.0/token";
        using HttpResponseMessage answer = await http.PostAsync(new Uri(address, path), form);
        using var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Tenant(
            address,
            applicationId,
            token.RootElement.GetProperty("access_token").GetString()!,
            [.. users.RootElement.GetProperty("value").EnumerateArray()
                .Select(static user => user.GetProperty("id").GetString()!)]);
    }

    /// <summary>Makes the emulator answer some requests with a status.</summary>
    public async Task FailAsync(string path, int status, int times)
    {
        using var http = new HttpClient();
        string fault = $$"""{ "path": "{{path}}", "status": {{status}}, "times": {{times}} }""";
        using var body = new StringContent(fault, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync(new Uri(Address, "/_emulator/faults"), body);
        answer.EnsureSuccessStatusCode();
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(_token, DateTimeOffset.UtcNow.AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));

    private static async Task<JsonDocument> ReadAsync(HttpClient http, Uri address) =>
        JsonDocument.Parse(await http.GetStringAsync(address));
}
