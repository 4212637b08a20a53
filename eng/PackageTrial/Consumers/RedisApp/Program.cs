// Two hosts share a watch through Garnet: one reads Microsoft Graph, and the other gets the states from it.
using System.Net;
using Garnet;
using Garnet.server;
using PresenceClient;
using PresenceClient.Emulator;
using RedisApp;

await using PresenceEmulator graph = await PresenceEmulator.StartAsync(o => o.Users = 50);
graph.Users[0].JoinCall();
string[] ids = [.. graph.Users.Select(user => user.Id)];

var endPoint = new IPEndPoint(IPAddress.Loopback, Loopback.FreePort());
using var redis = new GarnetServer(new GarnetServerOptions
{
    EndPoints = [endPoint],
    QuietMode = true,
    LogMemorySize = "64m",
    PageSize = "4m",
    IndexMemorySize = "1m",
});
redis.Start();

await using var first = new SharingHost(graph, endPoint);
PresenceWatch watch = await first.FollowAsync(ids);
int requests = graph.Requests.Count;
await using var second = new SharingHost(graph, endPoint);
PresenceWatch copy = await second.FollowAsync(ids);

bool isCopied = copy.TryGet(ids[0], out WatchedPresence? known)
    && known.Presence is { Activity: PresenceActivity.InACall }
    && watch.TryGet(ids[0], out WatchedPresence? original) && original.Presence == known.Presence;
Console.WriteLine($"{first.Role} and {second.Role}; the copy has {known?.Presence?.ActivityText}.");
return isCopied && requests > 0
    && (first.Role, second.Role) == (PresenceSharingRole.Leader, PresenceSharingRole.Follower) ? 0 : 1;
