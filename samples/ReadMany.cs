// Reads the presences of 5,000 people in one call, some of which fail.
//
//   dotnet run samples/ReadMany.cs
#:project ../src/PresenceClient/PresenceClient.csproj
#:project ../src/PresenceClient.Emulator/PresenceClient.Emulator.csproj
using PresenceClient;
using PresenceClient.Emulator;

// An emulated tenant. For your own: new PresenceServiceClient(new DefaultAzureCredential()).
await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(options => options.Users = 5_000);
using var client = new PresenceServiceClient(
    emulator.CreateCredential(),
    new PresenceClientOptions { BaseAddress = emulator.BaseAddress, MaxRetries = 0 });

List<string> ids = [];
await foreach (DirectoryUser user in client.Users.ListAsync())
{
    ids.Add(user.Id);
}

// One of eight requests fails. Retries are off (see above), because they would hide the failure.
emulator.InjectFault(EmulatorFault.Status(503) with { Path = "/communications/**", Times = 1 });

// A request has up to 650 ids, and four requests run at once. By default a failure throws PresenceIncompleteException,
// which has the result; with Collect, the call returns the result.
PresenceReadResult result = await client.Presences.GetAsync(
    ids, new PresenceReadOptions { OnFailure = PresenceFailureMode.Collect });
foreach (IGrouping<PresenceAvailability, UserPresence> state in
    result.GroupBy(presence => presence.Availability).OrderBy(state => state.Key))
{
    Console.WriteLine($"{state.Key,-16} {state.Count(),6:N0}");
}

foreach (PresenceReadFailure failure in result.Failures)
{
    Console.WriteLine($"{failure.Ids.Count:N0} could not be read: {failure.Exception.Message}");
}

// Read the same users page by page, each page as soon as it arrives.
int pages = 0;
int people = 0;
await foreach (PresencePage page in client.Presences.ReadPagesAsync(ids))
{
    pages++;
    people += page.Presences.Count;
}

Console.WriteLine($"{people:N0} people in {pages} pages");
return result.Count + result.Missing.Count + result.Failures.Sum(failure => failure.Ids.Count) == ids.Count ? 0 : 1;
