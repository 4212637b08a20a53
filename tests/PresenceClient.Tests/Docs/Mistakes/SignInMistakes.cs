using System.Net;
using System.Net.Sockets;
using Azure.Identity;
using PresenceClient.Emulator;
using PresenceClient.Tests.EndToEnd;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs.Mistakes;

/// <summary>Sign-ins that fail, and permissions that are missing.</summary>
internal static class SignInMistakes
{
    public static readonly Dictionary<string, Func<Task>> All = new()
    {
        ["… was not sent, because signing in failed: …"] = WrongSecretAsync,
        ["… because signing in failed: the sign-in service cannot be reached: …"] = NoAuthorityAsync,
        ["Access denied (403…) for …Grant …"] = Meeting((tenant, user) =>
            tenant.AsApplication("User.ReadBasic.All").Users[user.Id].GetPresenceAsync(Test.Token)),
        ["Access denied (403…) for users.list…User.Read.All"] = Meeting((tenant, _) =>
            tenant.AsApplication("User.ReadBasic.All").Users
                .ListAsync(new UserListOptions { CanSignIn = true }, Test.Token).FirstAsync(Test.Token).AsTask()),
        ["…The service rejected the token. A signed-in user can only write their own presence."] =
            Meeting((tenant, user) => tenant.AsUser(user, "Presence.ReadWrite").Users[tenant.Graph.Users[1].Id]
                .Preferred.SetAsync(PreferredPresence.Busy, null, Test.Token)),
        ["…The service rejected the token. Check the tenant and the cloud"] = ForeignTokenAsync,
        ["…The client signed in as an application, which has no 'me'."] =
            Meeting((tenant, _) => tenant.AsApplication().Me.GetPresenceAsync(Test.Token)),
        ["…The service requires a new token with additional claims"] = Answered(
            Answers.Error(HttpStatusCode.Unauthorized).With("WWW-Authenticate",
                $"Bearer error=\"insufficient_claims\", claims=\"{Convert.ToBase64String("{}"u8)}\"")),
        ["…The answer does not have Microsoft Graph's error format."] =
            Answered(Answers.Text("<html>", "text/html", HttpStatusCode.Forbidden)),
    };

    private static Func<Task> Meeting(Func<Tenant, EmulatedUser, Task> call) => async () =>
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory);
        await call(tenant, tenant.Graph.Users[0]);
    };

    private static Func<Task> Answered(Answer answer) => async () =>
    {
        using var graph = new FakeGraph(_ => answer);
        await graph.Client.Me.GetPresenceAsync(Test.Token);
    };

    private static async Task WrongSecretAsync()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = static _ => throw new AuthenticationFailedException(
            "AADSTS7000215: Invalid client secret provided. Trace ID: 1");
        await graph.Client.Me.GetPresenceAsync(Test.Token);
    }

    private static async Task NoAuthorityAsync()
    {
        using Socket closed = ClosedPort.Open();
        ClientSecretCredentialOptions options =
            new ClientSecretCredentialOptions { DisableInstanceDiscovery = true, Retry = { MaxRetries = 0 } }
                .At(new Uri($"https://{closed.LocalEndPoint}"));
        var credential = new ClientSecretCredential("contoso.com", Samples.ApplicationId, "a secret", options);
        using var client = new PresenceServiceClient(credential);
        await client.Users[Samples.Adele].GetPresenceAsync(Test.Token);
    }

    private static async Task ForeignTokenAsync()
    {
        await using PresenceEmulator graph = await PresenceEmulator.StartAsync();
        using HttpMessageHandler handler = graph.CreateHandler();
        using var client = new PresenceServiceClient(
            new FakeCredential(), new PresenceClientOptions { HttpMessageHandler = handler });
        await client.Users[graph.Users[0].Id].GetPresenceAsync(Test.Token);
    }
}
