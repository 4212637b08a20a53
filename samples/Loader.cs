// Answers many single reads with few requests, for example in a web service that is called for one person at a time.
//
//   dotnet run samples/Loader.cs
#:project ../src/PresenceClient/PresenceClient.csproj
#:project ../src/PresenceClient.Emulator/PresenceClient.Emulator.csproj
using PresenceClient;
using PresenceClient.Emulator;

// An emulated tenant. For your own: new PresenceServiceClient(new DefaultAzureCredential()).
await using PresenceEmulator emulator = await PresenceEmulator.StartAsync(options => options.Users = 2_000);
using var client = new PresenceServiceClient(
    emulator.CreateCredential(), new PresenceClientOptions { BaseAddress = emulator.BaseAddress });

// Create one loader for each identity. Concurrent reads share requests. Answers are cached for five seconds.
PresenceLoader loader = client.Presences.CreateLoader(new PresenceLoaderOptions { MaxAge = TimeSpan.FromSeconds(5) });

string[] ids = [.. emulator.Users.Select(user => user.Id)];
LoadedPresence[] all = await Task.WhenAll(ids.Select(id => loader.GetAsync(id)));
int first = emulator.Requests.Count;
Console.WriteLine($"{all.Length:N0} reads took {first} requests.");

LoadedPresence again = await loader.GetAsync(ids[0]);
Console.WriteLine($"Read again: {again.Presence?.Availability}, known since {again.ReadAt:HH:mm:ss}, "
    + $"{emulator.Requests.Count - first} more requests.");
return first < 10 ? 0 : 1;
