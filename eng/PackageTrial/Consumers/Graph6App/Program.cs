// Microsoft.Graph and PresenceClient in one process: one request adapter, one sign-in. Graph5App has the same code.
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PresenceClient;
using PresenceClient.Emulator;

await using PresenceEmulator tenant = await PresenceEmulator.StartAsync(o => o.Users = 20);
tenant.Users[0].JoinCall();

// Microsoft.Graph sends tokens only to hosts that are listed.
var authentication = new AzureIdentityAuthenticationProvider(
    tenant.CreateCredential(), [tenant.BaseAddress.Host], isCaeEnabled: true);
using var graph = new GraphServiceClient(authentication, tenant.BaseAddress.AbsoluteUri);
using var presences = new PresenceServiceClient(graph.RequestAdapter);

string id = tenant.Users[0].Id;
Presence? theirs = await graph.Users[id].Presence.GetAsync();
UserPresence ours = await presences.Users[id].GetPresenceAsync();
PresenceReadResult everyone = await presences.Presences.GetAsync(tenant.Users.Select(user => user.Id));
await presences.Users[id].Preferred.SetAsync(PreferredPresence.Away, TimeSpan.FromHours(1));
Presence? written = await graph.Users[id].Presence.GetAsync();

// Microsoft.Graph 5 requires Kiota 1, and Microsoft.Graph 6 Kiota 2. PresenceClient works with both.
int sdk = typeof(GraphServiceClient).Assembly.GetName().Version!.Major;
int kiota = typeof(IRequestAdapter).Assembly.GetName().Version!.Major;
Console.WriteLine($"Microsoft.Graph {sdk} with Kiota {kiota}: {theirs?.Activity} and {ours.ActivityText}, "
    + $"then {written?.Availability}; {everyone.Count} people.");
return theirs?.Activity == "InACall" && ours.ActivityText == "InACall" && written?.Availability == "Away"
    && everyone.Count == 20 && kiota == (sdk == 5 ? 1 : 2) ? 0 : 1;
