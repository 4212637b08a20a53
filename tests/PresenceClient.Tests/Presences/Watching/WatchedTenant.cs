using System.Collections.Concurrent;
using System.Threading.Channels;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences.Watching;

/// <summary>
/// A service whose users a test changes, under a clock that stands still, and a client of it. Each request can be
/// waited for, and answered in the test's own way.
/// </summary>
internal sealed class WatchedTenant : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _leftOut = new(StringComparer.OrdinalIgnoreCase);
    private readonly Channel<WatchRequest> _requests = Channel.CreateUnbounded<WatchRequest>();
    private readonly FakeGraph _service;
    private PresenceServiceClient? _client;
    private int _count;

    public WatchedTenant() => _service = new FakeGraph(request =>
        Answers.Later(cancel => AnswerAsync(request.Ids, request.Number, cancel)));

    public LoopClock Time { get; } = new();

    /// <summary>Answers a request instead of the tenant; null for the tenant's own answer.</summary>
    public Func<WatchRequest, CancellationToken, Task<Answer?>> Interfere { get; set; } =
        static (_, _) => Task.FromResult<Answer?>(null);

    /// <summary>To be changed before the client is first used.</summary>
    public Action<PresenceClientOptions> Configure { get; set; } = static _ => { };

    public PresenceServiceClient Client => _client ??= Connect();

    public FakeCredential Credential => _service.Credential;

    /// <summary>How many requests have come.</summary>
    public int Requests => Volatile.Read(ref _count);

    /// <summary>How many are under way.</summary>
    public int Running => _service.Running;

    /// <summary>How many were under way at once, at the most.</summary>
    public int MostRunning => _service.MostRunning;

    public static string Entry(string id, string availability, string activity, string? number) => $$"""
        {"id":"{{id}}","availability":"{{availability}}","activity":"{{activity}}","statusMessage":null,
        "sequenceNumber":{{(number is null ? "null" : $"\"{number}\"")}}}
        """;

    /// <summary>Makes a watch of some users, with an interval of 10 seconds.</summary>
    public PresenceWatch Watch(string[] ids, Action<PresenceWatchOptions>? configure = null)
    {
        var options = new PresenceWatchOptions { Interval = TimeSpan.FromSeconds(10) };
        configure?.Invoke(options);
        PresenceServiceClient client = Client;

        // A watch that always polls must not begin with a sweep of no users.
        using (Time.Hold())
        {
            PresenceWatch watch = client.Presences.CreateWatch(options);
            watch.Users.Add(ids);
            return watch;
        }
    }

    /// <summary>Changes the presence of a user. Users are available at first.</summary>
    public void Set(string id, string availability, string? activity = null, string? number = null)
    {
        _leftOut.TryRemove(id, out _);
        _entries[id] = Entry(id, availability, activity ?? availability, number);
    }

    public void SetEntry(string id, string json) => _entries[id] = json;

    public void LeaveOut(string id) => _leftOut[id] = true;

    /// <summary>The tenant's own answer.</summary>
    public Answer AnswerTo(params IEnumerable<string> ids) => Answers.Json(Samples.Page(
        [.. ids.Where(id => !_leftOut.ContainsKey(id))
            .Select(id => _entries.GetOrAdd(id, static i => Entry(i, "Available", "Available", null)))]));

    /// <summary>The next request, once it has come.</summary>
    public Task<WatchRequest> NextAsync() => _requests.Reader.ReadAsync(Test.Token).AsTask().BoundedAsync();

    /// <summary>Lets an interval pass, and waits until the sweep after it has ended.</summary>
    public async Task SweepAsync(PresenceWatch watch, double seconds = 11)
    {
        await FirstSweepAsync(watch);
        await Time.PassAsync(TimeSpan.Zero);
        DateTimeOffset? last = watch.Status.LastSweepStartedAt;
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await UntilAsync(() => watch.Status.LastSweepStartedAt > last);
    }

    /// <summary>The same where the sweep takes its time, because it has more than one page.</summary>
    public async Task SlowSweepAsync(PresenceWatch watch)
    {
        DateTimeOffset? last = watch.Status.LastSweepStartedAt;
        while (watch.Status.LastSweepStartedAt == last)
        {
            await Time.PassAsync(1.5);
        }
    }

    /// <summary>Waits until the first sweep has ended.</summary>
    public static Task FirstSweepAsync(PresenceWatch watch) =>
        UntilAsync(() => watch.Status.LastSweepStartedAt is not null);

    /// <summary>Waits, without the clock, until other threads have brought something about.</summary>
    public static Task UntilAsync(Func<bool> condition)
    {
        return WaitAsync().BoundedAsync();

        async Task WaitAsync()
        {
            while (!condition())
            {
                Test.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    public void Dispose() => _service.Dispose();

    private PresenceServiceClient Connect()
    {
        _service.Options.TimeProvider = Time;
        Configure(_service.Options);
        return _service.Client;
    }

    private async Task<Answer> AnswerAsync(string[] ids, int number, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        var request = new WatchRequest(ids, number, Time.GetUtcNow());
        Task<Answer?> interference = Interfere(request, cancellationToken);
        _requests.Writer.TryWrite(request);
        return await interference ?? AnswerTo(ids);
    }
}
