// Sets the preferred presence of many people in one call, and reads it back.
//
//   dotnet run samples/WriteMany.cs
#:project ../src/PresenceClient/PresenceClient.csproj
#:project ../src/PresenceClient.Emulator/PresenceClient.Emulator.csproj
using PresenceClient;
using PresenceClient.Emulator;

// An emulated tenant. For your own: new PresenceServiceClient(new DefaultAzureCredential(), options), signed in as an
// application with the permission Presence.ReadWrite.All.
await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(options => options.Users = 100);
using var client = new PresenceServiceClient(
    emulator.CreateCredential(), new PresenceClientOptions { BaseAddress = emulator.BaseAddress });

// A preferred presence is visible only while the user has a session, for example an open Teams client.
foreach (EmulatedUser user in emulator.Users)
{
    user.BecomeAvailable();
}

// The hundred users, and an id that does not exist.
string[] ids = [.. emulator.Users.Select(user => user.Id), "11111111-1111-4111-8111-111111111111"];
PresenceWriteResult done = await client.Presences.WriteAsync(
    ids.Select(id => PresenceWrite.SetPreferred(id, PreferredPresence.DoNotDisturb, TimeSpan.FromHours(1))));

// Each write has an outcome, in the order given. A write that fails does not stop the others.
Console.WriteLine($"{done.Count - done.Failures.Count} set, {done.Failures.Count} failed");
foreach (PresenceWriteOutcome outcome in done.Failures)
{
    Console.WriteLine($"{outcome.Write.UserId}: {outcome.Exception?.Message}");
}

PresenceReadResult result = await client.Presences.GetAsync(ids);
int quiet = result.Count(presence => presence.Availability == PresenceAvailability.DoNotDisturb);
Console.WriteLine($"{quiet} do not want to be disturbed");

PresenceWriteResult undone = await client.Presences.WriteAsync(
    emulator.Users.Select(user => PresenceWrite.ClearPreferred(user.Id)));
Console.WriteLine($"{undone.Count} cleared");
return quiet == 100 && undone.Failures.Count == 0 ? 0 : 1;
