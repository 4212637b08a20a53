using System.Net.Http.Headers;
using Azure.Core;

namespace PresenceClient.Emulator.Tests.Hosting;

/// <summary>The ways to the emulator, over a socket and in memory: both must look the same to a caller.</summary>
internal static class Transport
{
    /// <summary>A question in whose answer no letter takes more than one byte.</summary>
    public const string Ids = "users?$select=id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HttpClient> ConnectAsync(TestTenant tenant, bool overHttp)
    {
        HttpClient http = overHttp ? new HttpClient() : new HttpClient(tenant.Emulator.CreateHandler());
        http.BaseAddress = new Uri(tenant.Emulator.BaseAddress + "/");
        AccessToken token = await tenant.Emulator.CreateCredential()
            .GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), Cancel);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return http;
    }

    public static Uri Path(string path) => new(path, UriKind.Relative);
}
