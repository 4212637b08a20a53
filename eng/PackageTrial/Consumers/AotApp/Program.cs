// Native AOT: signs in with a secret, lists the directory, reads everyone, and sets a presence.
using System.Runtime.CompilerServices;
using Azure.Core;
using PresenceClient;

static string Setting(string name) => Environment.GetEnvironmentVariable(name)
    ?? throw new InvalidOperationException($"The environment variable {name} is missing.");

TokenCredential credential = new PresenceCredentialOptions
{
    Kind = PresenceCredentialKind.ClientSecret,
    TenantId = Setting("TENANT_ID"),
    ClientId = Setting("CLIENT_ID"),
    ClientSecret = Setting("CLIENT_SECRET"),
    AuthorityHost = new Uri(Setting("AUTHORITY_HOST")),
}.CreateCredential();
using var client = new PresenceServiceClient(credential, new PresenceClientOptions
{
    ApplicationId = Setting("CLIENT_ID"),
    BaseAddress = new Uri(Setting("BASE_ADDRESS")),
});

var ids = new List<string>();
await foreach (DirectoryUser user in client.Users.ListAsync())
{
    ids.Add(user.Id);
}

PresenceReadResult everyone = await client.Presences.GetAsync(ids);
await client.Users[ids[0]].Session.SetAsync(SessionPresence.Presenting, TimeSpan.FromMinutes(30));
UserPresence written = await client.Users[ids[0]].GetPresenceAsync();

string how = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "Native AOT";
Console.WriteLine($"{how}: {everyone.Count} people; the first is {written.ActivityText}.");
return how == "Native AOT" && everyone.Count == ids.Count && ids.Count > 1
    && written.Activity == PresenceActivity.Presenting ? 0 : 1;
