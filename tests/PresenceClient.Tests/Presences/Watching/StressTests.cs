using System.Collections.Concurrent;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>
/// Many threads at a time, on the real clock: presences change, users come and go, requests fail, readers are slow,
/// stop and continue. The state of each reader is compared with the state of the tenant.
/// </summary>
public sealed class StressTests
{
    private const int Steps = 4_000;

    private readonly string[] _ids = Samples.Ids(1_400);
    private readonly ConcurrentDictionary<string, int> _tenant = new();
    private readonly Random _random = new(1);

    [Fact]
    public async Task Watch_EverythingAtOnce_LosesNothingAndInventsNothing()
    {
        int failures = 0;
        Array.ForEach(_ids, id => _tenant[id] = 1);
        using var service = new FakeGraph(request => Answers.Later(async _ =>
        {
            await Task.Yield();
            Dictionary<string, int> now = request.Ids.ToDictionary(id => id, id => _tenant[id]);
            await Task.Yield();
            return request.Number % 7 == 0 && Interlocked.Increment(ref failures) < 100
                ? Answers.Error(HttpStatusCode.BadGateway)
                : Answers.Json(Samples.Page([.. now.Where(u => u.Value % 5 != 0).Select(Entry)]));
        }));
        (service.Options.TimeProvider, service.Options.MaxRequestsPer30Seconds) = (TimeProvider.System, null);
        await using PresenceWatch watch = service.Presences.CreateWatch(
            new() { Interval = TimeSpan.FromMilliseconds(5), Polling = PresenceWatchPolling.Always });
        watch.Users.Add(_ids);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Test.Token);
        Follower[] followers = [.. Enumerable.Range(0, 6).Select(i => new Follower(watch, seed: i))];
        Task[] reads = [.. followers.Select(f => f.RunAsync(stop.Token))];

        for (int step = 0; step < Steps; step++)
        {
            Step(watch);
            if (step % 50 == 0)
            {
                await watch.RefreshAsync([_ids[_random.Next(_ids.Length)]], Test.Token)
                    .ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }

        watch.Users.Add(_ids);
        bool IsFinal(Follower follower) =>
            _ids.All(id => follower.Knows(id) == (_tenant[id] % 5 == 0 ? 0 : _tenant[id]));
        await WatchedTenant.UntilAsync(() => Array.TrueForAll(followers, IsFinal) && watch.Status.StaleUsers == 0);
        await stop.CancelAsync();
        await Task.WhenAll(reads);

        followers.SelectMany(f => f.Faults).Should().BeEmpty();
        failures.Should().BeGreaterThan(5);
    }

    private static string Entry(KeyValuePair<string, int> user) =>
        WatchedTenant.Entry(user.Key, "Available", $"{user.Value}", $"{user.Value:d9}");

    private void Step(PresenceWatch watch)
    {
        string id = _ids[_random.Next(_ids.Length)];
        switch (_random.Next(20))
        {
            case 0:
                watch.Users.Remove(id);
                break;
            case 1:
                watch.Users.Add(id);
                break;
            case 2:
                watch.Users.Remove(_ids.Skip(_random.Next(_ids.Length)).Take(_random.Next(300)));
                break;
            case 3:
                watch.Users.Add(_ids.Skip(_random.Next(_ids.Length)).Take(_random.Next(600)));
                break;
            default:
                _tenant.AddOrUpdate(id, 1, static (_, known) => known + 1);
                break;
        }
    }
}
