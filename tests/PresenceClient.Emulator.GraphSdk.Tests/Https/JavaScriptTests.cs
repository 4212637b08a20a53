using System.Text.Json;

namespace PresenceClient.Emulator.GraphSdk.Tests.Https;

/// <summary>
/// <c>@microsoft/microsoft-graph-client</c> with <c>@azure/identity</c>, as they are published, against the tool.
/// </summary>
public sealed class JavaScriptTests
{
    // In milliseconds. Processes can hang, and this ends their tests.
    private const int Limit = 300_000;

    private const int Users = 45;

    [Fact(Timeout = Limit)]
    public async Task Clients_OverHttps_SignInReadAndWrite()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await NodeProgram.SkipUnlessRunnableAsync(cancel);
        await using HttpsTool tool = await HttpsTool.StartAsync(Users, cancel);
        (string tenantId, string clientId, string secret) = await tool.ReadTenantAsync(cancel);

        JsonElement done = await NodeProgram.RunAsync(
            "read-and-write.js",
            [
                ("EMULATOR", tool.Root.GetLeftPart(UriPartial.Authority)),
                ("TENANT_ID", tenantId),
                ("CLIENT_ID", clientId),
                ("CLIENT_SECRET", secret),
                ("NODE_EXTRA_CA_CERTS", tool.CertificateFile),
                ("NO_PROXY", tool.Root.Host),
            ],
            cancel);

        done.GetProperty("users").GetProperty("firstPage").GetInt32().Should().Be(20);
        string[] ids = Texts(done.GetProperty("users").GetProperty("ids"));
        ids.Should().HaveCount(Users, "it follows the next links").And.OnlyHaveUniqueItems();
        Texts(done.GetProperty("presences")).Should().Equal(ids);
        done.GetProperty("written").GetProperty("id").GetString().Should().Be(ids[0]);
        done.GetProperty("written").GetProperty("activity").GetString().Should().Be("DoNotDisturb");
        done.GetProperty("batch").GetProperty("statuses").EnumerateArray().Select(status => status.GetInt32())
            .Should().Equal(200, 200);
        done.GetProperty("batch").GetProperty("nextPage").GetInt32().Should().Be(20, "links in a batch work too");
        done.GetProperty("wrongSecret").GetString().Should().Contain("AADSTS7000215");
    }

    private static string[] Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(element => element.GetString()!)];
}
