using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models;

namespace PresenceClient.Emulator.GraphSdk.Tests.Https;

/// <summary>Azure.Identity and Microsoft.Graph against the tool over https, over sockets only.</summary>
public sealed class AzureIdentityTests
{
    // In milliseconds. Processes can hang, and this ends their tests.
    private const int Limit = 300_000;

    [Theory(Timeout = Limit)]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task ClientSecret_OverHttps_SignsInAndReads(string host)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using HttpsTool tool = await HttpsTool.StartAsync(45, cancel);
        (_, _, string secret) = await tool.ReadTenantAsync(cancel);
        var root = new UriBuilder(tool.Root) { Host = host };
        using GraphServiceClient graph = await ConnectAsync(tool, root.Uri, secret);
        var ids = new List<string>();

        UserCollectionResponse? first = await graph.Users.GetAsync(
            request => request.QueryParameters.Top = 20, cancel);
        await PageIterator<User, UserCollectionResponse>
            .CreatePageIterator(graph, first!, user => { ids.Add(user.Id!); return true; })
            .IterateAsync(cancel);
        Presence? presence = await graph.Users[ids[0]].Presence.GetAsync(cancellationToken: cancel);

        ids.Should().HaveCount(45).And.OnlyHaveUniqueItems();
        presence!.Id.Should().Be(ids[0]);
        first!.OdataNextLink.Should().StartWith($"{root.Uri}v1.0/users?");
    }

    [Fact(Timeout = Limit)]
    public async Task ClientSecret_Wrong_IsTheErrorOfSignIn()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using HttpsTool tool = await HttpsTool.StartAsync(1, cancel);
        using GraphServiceClient graph = await ConnectAsync(tool, tool.Root, "wrong");

        (await graph.Awaiting(it => it.Users.GetAsync(cancellationToken: cancel)).Should()
            .ThrowAsync<AuthenticationFailedException>()).Which.ToString().Should().Contain("AADSTS7000215");
    }

    private static async Task<GraphServiceClient> ConnectAsync(HttpsTool tool, Uri root, string secret)
    {
        (string tenantId, string clientId, _) = await tool.ReadTenantAsync(TestContext.Current.CancellationToken);
        var credential = new ClientSecretCredential(tenantId, clientId, secret, new ClientSecretCredentialOptions
        {
            AuthorityHost = root,
            DisableInstanceDiscovery = true,
            // Only for the certificate, which the system does not trust.
            Transport = new HttpClientTransport(tool.Http),
        });
        var authentication = new AzureIdentityAuthenticationProvider(credential, [root.Host], isCaeEnabled: true);
        return new GraphServiceClient(tool.Http, authentication, new Uri(root, "v1.0").AbsoluteUri);
    }
}
