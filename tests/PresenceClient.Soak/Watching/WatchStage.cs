using PresenceClient.Emulator;
using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Watching.Driving;
using PresenceClient.Soak.Watching.Readers;
using PresenceClient.Soak.Watching.Service;
using PresenceClient.Soak.Watching.Tenant;

namespace PresenceClient.Soak.Watching;

/// <summary>The parts of a run: the tenant, the client, its watch, the readers, and the oracle.</summary>
internal sealed class WatchStage : IDisposable
{
    private const int UnknownUsers = 10;

    // Longer than an outage, with the sweeps around it.
    private const int LongestUnread = 2_400;

    private readonly SoakTime _time;
    private readonly Findings _findings;
    private readonly PresenceEmulator _emulator;
    private readonly HttpClient _http;
    private readonly PresenceServiceClient _client;
    private readonly PresenceWatch _watch;
    private readonly UserPool _pool;
    private readonly Census _census;
    private readonly CancellationTokenSource _hurry = new();
    private readonly ReaderAudit[] _readers;
    private readonly Task[] _reading;

    private WatchStage(WatchOptions options, SoakTime time, Findings findings, PresenceEmulator emulator)
    {
        (_time, _findings, _emulator) = (time, findings, emulator);
        Random = Seeded.Random(options.Seed, "steps");
        Random ids = Seeded.Random(options.Seed, "unknown ids");
        History = new TenantHistory(new UserNumbers([
            .. emulator.Users.Select(static user => user.Id),
            .. Enumerable.Range(0, UnknownUsers).Select(_ => UnknownId(ids))]));
        _http = new HttpClient(emulator.CreateHandler());
        _census = new Census(_http, History.Numbers, answer => History.NoteTenant(answer));
        Faults = new ServiceFaults(
            emulator, new FaultPlan(LongestRetryAfter: TimeSpan.FromSeconds(20), DelaysWrites: true));
        Faults.Begin();
        var network = new AnswerTap(
            emulator.CreateHandler(), History, new NetworkLag(time.Client, Seeded.Random(options.Seed, "network")));
        _client = new PresenceServiceClient(new SecretCredential(_http, emulator, time.Client), new()
        {
            HttpMessageHandler = network,
            TimeProvider = time.Client,
        });
        _watch = _client.Presences.CreateWatch(new()
        {
            Interval = TimeSpan.FromSeconds(10),
            MaxInterval = TimeSpan.FromSeconds(30),
        });
        _pool = new UserPool(_watch, History, Seeded.Random(options.Seed, "users"));
        Interventions = new Interventions(
            _client, _watch, History, findings, time, Seeded.Random(options.Seed, "interventions"));
        Writer = new OtherApplication(_http, emulator, Seeded.Random(options.Seed, "writes"));
        _pool.AddAll();
        TakeCensus();
        _readers = [.. Enumerable.Range(0, options.Readers).Select(number => new ReaderAudit(
            CreateReader(number, options.Seed), History, findings))];
        _reading = [.. _readers.Select(static reader => Task.Run(reader.Reader.RunAsync))];
    }

    public TenantHistory History { get; }

    public Random Random { get; }

    public ServiceFaults Faults { get; }

    public Interventions Interventions { get; }

    public OtherApplication Writer { get; }

    /// <summary>The number of changes that the readers got.</summary>
    public long Delivered => _readers.Sum(static reader => reader.Reader.Delivered);

    public static WatchStage Create(WatchOptions options, SoakTime time, Findings findings) => new(
        options, time, findings, PresenceEmulator.StartAsync(emulated =>
        {
            emulated.Users = options.Users;
            emulated.Seed = options.Seed;
            emulated.Live = true;
            emulated.LifeSpeed = 1;
            emulated.OmitUnknownUsersFromBulk = true;
            emulated.NoAuth = true;
            emulated.RequestLimit = null;
            emulated.RecordedRequests = 0;
            emulated.TimeProvider = time.Tenant;
            emulated.TokenTimeProvider = time.Client;
            emulated.TokenLifetime = TimeSpan.FromHours(1);
        }).GetAwaiter().GetResult());

    /// <summary>Moves the clock, lets everything happen that is due, and compares.</summary>
    public void Step(TimeSpan time)
    {
        History.Step++;
        if (Random.Chance(0.02))
        {
            _pool.Change();
        }

        if (Random.Chance(0.1))
        {
            Writer.WriteAsync().GetAwaiter().GetResult();
        }

        Interventions.Act();
        _time.Advance(time);
        Audit();
    }

    /// <summary>Looks at the tenant, and whether the watch asks for all users.</summary>
    public void TakeCensus()
    {
        _census.TakeAsync().GetAwaiter().GetResult();
        for (int user = 0; user < History.Numbers.Count; user++)
        {
            int unread = History.Read(user, it => it.IsWatched ? History.Step - it.AnsweredAt : 0);
            if (unread > LongestUnread)
            {
                _findings.Add(Figure.Lost, "a user who is not read any more", $"user {user}, for {unread} steps");
            }
        }
    }

    /// <summary>Ends the faults and the readers' pauses. The tenant stands still from now on.</summary>
    public void EndFaults()
    {
        Faults.End();
        _hurry.Cancel();
    }

    /// <summary>Moves the client's clock only.</summary>
    public void Settle(TimeSpan time)
    {
        History.Step++;
        _time.AdvanceClient(time);
        Interventions.Collect();
        Audit();
    }

    /// <summary>Compares the end with the tenant, and ends the watch.</summary>
    public void End()
    {
        TakeCensus();
        foreach (ReaderAudit reader in _readers)
        {
            reader.CompareWithTenant();
        }

        CompareWatch();
        _watch.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Timing.PoolIdle.Wait();
        if (!Array.TrueForAll(_reading, static task => task.IsCompletedSuccessfully) || Interventions.Collect())
        {
            _findings.Add(Figure.Hung, "something goes on after the watch has ended", "a reader, or a call");
        }
    }

    public void Dispose()
    {
        _watch.Dispose();
        _client.Dispose();
        _http.Dispose();
        _hurry.Dispose();
        _emulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static string UnknownId(Random random)
    {
        byte[] id = new byte[16];
        random.NextBytes(id);
        return new Guid(id).ToString();
    }

    private WatchReader CreateReader(int number, int seed)
    {
        var scene = new ReaderScene(_watch, History, _findings, _time.Client, _hurry.Token);
        var plan = ReaderPlan.Of(number);
        Random random = Seeded.Random(seed, plan.Name);
        return plan.ReadsSweeps ? new SweepsReader(scene, plan, random) : new ChangesReader(scene, plan, random);
    }

    private void Audit()
    {
        List<int> news = History.TakeNews();
        foreach (ReaderAudit reader in _readers)
        {
            reader.Look(news);
        }
    }

    private void CompareWatch()
    {
        for (int user = 0; user < History.Numbers.Count; user++)
        {
            Look? expected = History.Read(user, static it => it.IsWatched ? it.Tenant ?? Look.Missing : null);
            Look? known = !_watch.TryGet(History.Numbers.IdOf(user), out WatchedPresence? watched) ? null
                : watched.State == WatchedPresenceState.Missing ? Look.Missing
                : watched is { State: WatchedPresenceState.Known, Presence: { } presence } ? Look.Of(presence)
                : new Look { Availability = $"{watched.State}" };
            if (known != expected)
            {
                _findings.Add(Figure.Stale, "the watch differs from the tenant", $"user {user}: {known}, {expected}");
            }
        }
    }
}
