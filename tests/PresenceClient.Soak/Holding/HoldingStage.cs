using PresenceClient.Emulator;
using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Holding;

/// <summary>The parts of a run: the tenant, the process that holds sessions, the phones, and the oracle.</summary>
internal sealed class HoldingStage : IDisposable
{
    private static readonly TimeSpan Expiry = new PresenceKeeperOptions().Expiry;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    // Longer than the longest wait between two requests for a user.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    // Longer than an outage.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly SoakTime _time;
    private readonly Findings _findings;
    private readonly PresenceEmulator _emulator;
    private readonly HttpClient _http;
    private readonly UserNumbers _numbers;
    private readonly DeclaredUser[] _users;
    private readonly Random _network;
    private readonly TenantCheck _check;
    private HoldingProcess _process;
    private TimeSpan _outageEnd;

    private HoldingStage(HoldingOptions options, SoakTime time, Findings findings, PresenceEmulator emulator)
    {
        (_time, _findings, _emulator) = (time, findings, emulator);
        _network = Seeded.Random(options.Seed, "network");
        _http = new HttpClient(emulator.CreateHandler());
        _numbers = new UserNumbers([.. emulator.Users.Select(static user => user.Id)]);
        _users = [.. emulator.Users.Select(static (user, number) => new DeclaredUser(user.Id, number))];
        Ledger = new SessionLedger(_users.Length, Expiry, () => time.Elapsed);
        Lapses = new LapseAudit(findings, Ledger, Expiry);
        Phones = new PhoneSystem(
            _users, Lapses, findings, () => time.Elapsed, Seeded.Random(options.Seed, "phones"));
        _check = new TenantCheck(_http, _numbers, _users, Ledger, findings);
        Faults = new ServiceFaults(
            emulator, new FaultPlan(LongestRetryAfter: TimeSpan.FromSeconds(5), DelaysWrites: false));
        Faults.Begin();
        _process = StartProcess();
    }

    public SessionLedger Ledger { get; }

    public LapseAudit Lapses { get; }

    public PhoneSystem Phones { get; }

    public ServiceFaults Faults { get; }

    /// <summary>Whether the service fails completely.</summary>
    public bool IsInOutage => _time.Elapsed < _outageEnd;

    public static HoldingStage Create(HoldingOptions options, SoakTime time, Findings findings)
    {
        PresenceEmulator emulator = PresenceEmulator.StartAsync(emulated =>
        {
            emulated.Users = options.Users;
            emulated.Seed = options.Seed;
            emulated.NoAuth = true;
            emulated.RequestLimit = null;
            emulated.RecordedRequests = 0;
            emulated.TimeProvider = time.Tenant;
            emulated.TokenTimeProvider = time.Tenant;
            emulated.TokenLifetime = TimeSpan.FromHours(1);
        }).GetAwaiter().GetResult();

        // Their own states would hide the sessions.
        foreach (EmulatedUser user in emulator.Users)
        {
            user.EndTeamsClient();
            user.ClearPreferredPresence();
            user.ClearCalendar();
            user.ClearOutOfOffice();
        }

        return new HoldingStage(options, time, findings, emulator);
    }

    /// <summary>Lets events happen, moves the clocks, and lets everything happen that is due.</summary>
    public void Live(TimeSpan time)
    {
        Phones.Act(time);
        Pass(time);
    }

    public void BeginOutage(TimeSpan time)
    {
        _outageEnd = _time.Elapsed + time;
        Lapses.NoteOutage(_time.Elapsed, _outageEnd);
        Faults.BeginOutage(time);
    }

    /// <summary>Waits, without faults and events, until everything is settled. Then compares with the tenant.</summary>
    public void Check()
    {
        Faults.End();
        Task settled = _process.Keeper.WaitUntilSettledAsync();
        TimeSpan least = _time.Elapsed + Settling;
        PassUntil(
            () => _time.Elapsed >= least && settled.IsCompleted && Phones.IsIdle, "not settled without faults");

        _check.CompareWithDeclared();
        foreach (int user in Lapses.Open)
        {
            _findings.Add(Figure.WrongAtCheck, "no event says that a lapse has ended", $"user {user}");
        }

        if (_process.Keeper.Users.Count != _users.Count(static user => user.Kept is not null))
        {
            _findings.Add(Figure.WrongAtCheck, "the keeper has other users", $"{_process.Keeper.Users.Count}");
        }

        Faults.Begin();
    }

    /// <summary>Drops the process as it is, without disposal. A new one declares the same.</summary>
    public void Crash()
    {
        Ledger.NoteEndOfProcess();
        _process = StartProcess();
    }

    /// <summary>Stops the process cleanly. A new one declares the same.</summary>
    public void Restart()
    {
        Stop(Figure.WrongAtCheck);
        _process = StartProcess();
    }

    /// <summary>Stops the process cleanly, and looks whether a session is left.</summary>
    public void Stop(Figure figure)
    {
        PassUntil(() => Phones.IsIdle, "a call for a hold does not end");
        TimeSpan start = _time.Elapsed;
        Task stopping = _process.StopAsync(_users.Select(static user => user.Hold).OfType<PresenceHold>());
        PassUntil(() => stopping.IsCompleted, "a clean stop does not end");
        if (!stopping.IsCompletedSuccessfully || !_process.Reading.IsCompletedSuccessfully)
        {
            _findings.Add(Figure.Hung, "the events do not end with the keeper", $"{stopping.Exception}");
        }

        // In an outage, and within the time limit of a hold, not everything can be cleared.
        bool canClear = _outageEnd <= start;
        if (canClear)
        {
            _check.CompareWithNothing(figure, static user => !user.CanBeHeld);
        }

        TimeSpan end = _time.Elapsed + Settling;
        PassUntil(() => _time.Elapsed >= end, "time does not pass");
        if (canClear)
        {
            _check.CompareWithNothing(figure, static _ => true);
        }

        _process.DisposeClient();
        Pass(Step);
        Ledger.NoteEndOfProcess();
    }

    public void Dispose()
    {
        _process.DisposeClient();
        _http.Dispose();
        _emulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private HoldingProcess StartProcess()
    {
        _time.ReplaceClient();
        Lapses.NoteEndOfProcess();
        var lag = new NetworkLag(_time.Client, _network);
        var process = HoldingProcess.Start(
            _emulator, _http, new SessionTap(_emulator.CreateHandler(), Ledger, _numbers, lag), _time.Client);
        Phones.DeclareAll(process);
        return process;
    }

    private void PassUntil(Func<bool> isOver, string finding)
    {
        for (TimeSpan end = _time.Elapsed + Longest; !isOver();)
        {
            if (_time.Elapsed > end)
            {
                _findings.Add(Figure.Hung, finding, $"for {Longest}");
                return;
            }

            Pass(Step);
        }
    }

    private void Pass(TimeSpan time)
    {
        _time.Advance(time);
        foreach (PresenceKeeperEvent news in _process.TakeEvents())
        {
            int user = _numbers.Find(news.UserId)!.Value;
            switch (news.Kind)
            {
                case PresenceKeeperEventKind.Lapsed:
                    Lapses.NoteLapse(user, _time.Elapsed, isKept: true, news.Failure);
                    break;
                case PresenceKeeperEventKind.Recovered:
                    Lapses.NoteEnd(user);
                    break;
                default:
                    _findings.Add(Figure.Wrong, "a user is refused", $"user {user}: {news.Failure}");
                    break;
            }
        }
    }
}
