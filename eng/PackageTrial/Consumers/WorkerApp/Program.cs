// A worker keeps a person in a call, and sees it in a watch. When the host stops, the session is cleared.
using PresenceClient;
using PresenceClient.Emulator;
using WorkerApp;

await using PresenceEmulator graph = await PresenceEmulator.StartAsync(o => o.AddUser("Adele Vance"));
EmulatedUser adele = graph.User("adele.vance@contoso.example");
adele.BecomeAvailable();

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSingleton(graph.CreateCredential());
builder.Services.AddPresenceClient(o =>
{
    o.BaseAddress = graph.BaseAddress;
    o.ApplicationId = graph.Application.ClientId;
});
builder.Services.AddPresenceWatch(o => o.Interval = TimeSpan.FromMilliseconds(200));
builder.Services.AddPresenceKeeper();
builder.Services.AddSingleton(new Call(adele.Id));
builder.Services.AddHostedService<CallWorker>();
using IHost host = builder.Build();
Call call = host.Services.GetRequiredService<Call>();
await host.RunAsync();

using var client = new PresenceServiceClient(
    graph.CreateCredential(), new PresenceClientOptions { BaseAddress = graph.BaseAddress });
UserPresence after = await client.Users[adele.Id].GetPresenceAsync();
Console.WriteLine($"In the call: {call.Seen?.ActivityText}. After the host: {after.ActivityText}.");
return call.Seen is { Availability: PresenceAvailability.Busy, Activity: PresenceActivity.InACall }
    && after.Availability == PresenceAvailability.Available ? 0 : 1;
