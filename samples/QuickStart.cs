// Reads the presence of one person.
//
//   dotnet run samples/QuickStart.cs                          in an emulated tenant; nothing leaves the machine
//   dotnet run samples/QuickStart.cs -- adele@contoso.com     in your own, signed in with DefaultAzureCredential
#:project ../src/PresenceClient/PresenceClient.csproj
#:project ../src/PresenceClient.Emulator/PresenceClient.Emulator.csproj
using Azure.Identity;
using PresenceClient;
using PresenceClient.Emulator;

await using PresenceEmulator? emulator = args.Length == 0 ? await PresenceEmulator.StartAsync() : null;
using PresenceServiceClient client = emulator is null
    ? new PresenceServiceClient(new DefaultAzureCredential())
    : new PresenceServiceClient(
        emulator.CreateCredential(), new PresenceClientOptions { BaseAddress = emulator.BaseAddress });
string name = emulator?.Users[0].UserPrincipalName ?? args[0];

try
{
    // Presence takes object ids, so a sign-in name is resolved first.
    DirectoryUser user = await client.Users[name].GetUserAsync();
    UserPresence presence = await client.Users[user.Id].GetPresenceAsync();
    Console.WriteLine($"{user.DisplayName} is {presence.Availability} ({presence.Activity}).");

    if (presence.StatusMessage?.Content is { } message)
    {
        Console.WriteLine($"Status message: {message}");
    }

    return 0;
}
catch (PresenceNotFoundException)
{
    await Console.Error.WriteLineAsync($"No user has the sign-in name '{name}'.");
    return 1;
}
catch (PresenceException e)
{
    // The message says what failed. If a permission is missing, it names the permission.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
