using System.Globalization;
using System.Text;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Wire.Credentials;
using PresenceClient.Soak.Wire.Leaks;
using PresenceClient.Soak.Wire.Tenant;

namespace PresenceClient.Soak.Wire.Server;

/// <summary>The token endpoint for clients with a secret. Random answers are slow, fail or are corrupt.</summary>
internal sealed class Authority(int seed, Findings findings)
{
    private static readonly UserKey Person = new(0x7ffc0000, 1, Trait.Known);

    private const string TenantStart = "6f0c1f0a-3f5d-4d36-9d0e-";

    private int _serial;

    /// <summary>The tenant id of a client, by which the token endpoint recognizes the client.</summary>
    public static string TenantOf(int client) => $"{TenantStart}{client:d12}";

    public async Task AnswerAsync(WireRequest request, IWire wire)
    {
        string body = Encoding.UTF8.GetString(request.Body);
        if (!body.Contains(Marks.ClientSecret, StringComparison.Ordinal))
        {
            findings.Add(Figure.Wrong, "a sign-in without its secret", $"{request.Method} {request.Target}");
        }

        int serial = Interlocked.Increment(ref _serial);
        Random random = Seeded.Random(seed, $"authority {serial}");
        var token = new SoakToken(ClientOf(request), serial, body.Contains("claims", StringComparison.Ordinal));
        switch (random.Next(10))
        {
            case 0:
                await SayAsync(wire, 400, $$"""
                    {"error":"invalid_client","error_description":"AADSTS7000215: {{Person.Name}} {{Person.Id}}"}
                    """);
                break;
            case 1:
                await SayAsync(wire, 500, "{}");
                break;
            case 2:
                wire.Cut(reset: true);
                break;
            case 3:
                await Task.Delay(random.Between(0.2, 1.5));
                await SayAsync(wire, 200, Token(token));
                break;
            default:
                await SayAsync(wire, 200, Token(token));
                break;
        }
    }

    private static int ClientOf(WireRequest request) =>
        int.Parse(request.Target.AsSpan(1 + TenantStart.Length, 12), CultureInfo.InvariantCulture);

    private static string Token(SoakToken token) =>
        $$"""{"token_type":"Bearer","expires_in":5,"ext_expires_in":5,"access_token":"{{token}}"}""";

    private static async Task SayAsync(IWire wire, int status, string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        await wire.HeadAsync(status, [new("Content-Type", "application/json")], body.Length);
        await wire.BodyAsync(body);
        await wire.EndAsync();
    }
}
