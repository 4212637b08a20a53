// Reads one person and everyone, writes, and gets an error that names the missing permission.
using PresenceClient;
using PresenceClient.Emulator;

await using PresenceEmulator graph = await PresenceEmulator.StartAsync(o =>
{
    o.AddUser("Adele Vance");
    o.Users = 1_000;
});
graph.User("adele.vance@contoso.example").JoinCall();

using var client = new PresenceServiceClient(
    graph.CreateCredential(), new PresenceClientOptions { BaseAddress = graph.BaseAddress });

DirectoryUser adele = await client.Users["adele.vance@contoso.example"].GetUserAsync();
UserPresence inACall = await client.Users[adele.Id].GetPresenceAsync();
await client.Users[adele.Id].Preferred.SetAsync(PreferredPresence.DoNotDisturb, TimeSpan.FromHours(1));
PresenceReadResult everyone = await client.Presences.GetAsync(graph.Users.Select(user => user.Id));

graph.InjectFault(EmulatorFault.Status(403));
string? permission = null;
try
{
    await client.Users[adele.Id].GetPresenceAsync();
}
catch (PresenceAccessDeniedException e)
{
    permission = e.ApplicationPermission;
}

bool isRight = inACall is { Availability: PresenceAvailability.Busy, Activity: PresenceActivity.InACall }
    && everyone.Count == graph.Users.Count
    && everyone[adele.Id].Availability == PresenceAvailability.DoNotDisturb
    && permission == "Presence.Read.All";
Console.WriteLine($"{adele.DisplayName}: {inACall.ActivityText}, then {everyone[adele.Id].AvailabilityText}. "
    + $"{everyone.Count} people read. Without the permission {permission}, the read fails.");
return isRight ? 0 : 1;
