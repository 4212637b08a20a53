using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Notifying;

/// <summary>
/// A watch that notifications feed, for emulated hours: simulated life, notifications that are lost, doubled, late and
/// damaged, deaf subscriptions, rolled keys, and faults of the service. The oracle asks the tenant in every step.
/// </summary>
internal sealed class NotifyingRun(TextWriter output, NotifyingOptions options)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan DeafInterval = TimeSpan.FromMinutes(70);

    private static readonly TimeSpan KeyInterval = TimeSpan.FromMinutes(55);

    // A poll of covered users, a sweep, and a retry after faults.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(12);

    private readonly SoakTime _time = new();
    private readonly List<double> _byNotification = [];
    private readonly List<double> _byPoll = [];
    private UserTruth[] _users = [];
    private long _changes;

    /// <summary>Runs, and prints the result.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(CancellationToken stop) => DriverThread.RunAsync(() => Run(stop));

    private int Run(CancellationToken stop)
    {
        output.WriteLine($"Notification soak: {options.Hours} emulated hours on a fake clock, seed {options.Seed}.");
        var findings = new Findings(() => _time.Elapsed);
        using var unobserved = new UnobservedCapture(findings);
        using var stage = NotifyingStage.Create(options, _time);
        _users = [.. Enumerable.Range(0, stage.Numbers.Count).Select(static _ => new UserTruth())];
        var reader = new AnswerReader(stage.Numbers);
        var census = new Census(stage.Http, stage.Numbers, answer => Note(reader.ReadAnswer(answer)));
        var service = new ServiceFaults(
            stage.Emulator, new FaultPlan(LongestRetryAfter: TimeSpan.FromSeconds(20), DelaysWrites: false));
        var faults = new NotificationFaults(stage.Emulator);
        service.Begin();
        faults.Begin();
        for (var end = TimeSpan.FromHours(options.Hours); _time.Elapsed < end && !stop.IsCancellationRequested;)
        {
            TimeSpan before = _time.Elapsed;
            _time.Advance(Step);
            census.TakeAsync().GetAwaiter().GetResult();
            Audit(stage, findings);
            Intervene(before, stage, faults);
        }

        service.End();
        int requests = stage.Tap.Requests;
        double sweeps = _time.Elapsed / NotifyingStage.Interval;
        for (TimeSpan end = _time.Elapsed + Settling; _time.Elapsed < end;)
        {
            _time.AdvanceClient(Step);
            Audit(stage, findings);
        }

        CompareEnd(findings);
        stage.End();
        UnobservedCapture.Collect();
        output.WriteLine($"faults: {service.Summary}");
        output.WriteLine($"faults of notifications: {faults.Summary}");
        output.WriteLine();
        return Report(findings, requests, sweeps * Math.Ceiling(options.Users / 650.0));
    }

    private void Intervene(TimeSpan before, NotifyingStage stage, NotificationFaults faults)
    {
        if (_time.Passes(before, DeafInterval))
        {
            faults.BeginDeafness();
        }

        if (_time.Passes(before, KeyInterval))
        {
            stage.Emulator.RollSigningKeys();
        }
    }

    private void Note(List<TenantEntry> entries)
    {
        foreach (TenantEntry entry in entries)
        {
            _changes += _users[entry.User].Note(NotifyingStage.PairOf(entry.Look), _time.Elapsed) ? 1 : 0;
        }
    }

    private void Audit(NotifyingStage stage, Findings findings)
    {
        TimeSpan now = _time.Elapsed;
        while (stage.Changes.TryDequeue(out PresenceChange? change))
        {
            Take(change, stage, findings, now);
        }

        for (int user = 0; user < _users.Length; user++)
        {
            UserTruth truth = _users[user];
            if (truth is { Shown: { } shown, Current: { } current } && shown != current
                && now - truth.Since > LongestDelay && !truth.Had(shown, now, LongestDelay))
            {
                findings.Add(Figure.Lost, "a change of the tenant", $"user {user}: {shown} instead of {current}");
            }
        }
    }

    private void Take(PresenceChange change, NotifyingStage stage, Findings findings, TimeSpan now)
    {
        int user = stage.Numbers.Find(change.UserId)!.Value;
        UserTruth truth = _users[user];
        Look shown = NotifyingStage.PairOf(Look.Of(change.Current!));
        if (change.Version <= truth.Version || (change.Previous is { } previous && truth.Shown is { } known
            && NotifyingStage.PairOf(Look.Of(previous)) != known))
        {
            findings.Add(Figure.OutOfOrder, "a change after a later one", $"user {user}, version {change.Version}");
        }

        truth.Version = change.Version;
        if (!truth.Had(shown, now, LongestDelay) && truth.Current is not null)
        {
            findings.Add(Figure.Invented, "a state that the tenant never had", $"user {user}: {shown}");
        }

        if (truth.Shown is not null && truth.Shown != shown && truth.Current == shown)
        {
            (stage.Tap.Says(user, shown) ? _byPoll : _byNotification).Add((now - truth.Since).TotalSeconds);
        }

        truth.Shown = shown;
    }

    private void CompareEnd(Findings findings)
    {
        for (int user = 0; user < _users.Length; user++)
        {
            if (_users[user].Shown != _users[user].Current)
            {
                findings.Add(Figure.Stale, "a reader differs from the tenant",
                    $"user {user}: {_users[user].Shown} instead of {_users[user].Current}");
            }
        }
    }

    private int Report(Findings findings, int requests, double polling)
    {
        var report = new SoakReport(output, findings, width: 28);
        report.Fact("users", options.Users);
        report.Fact("changes in the tenant", _changes);
        report.Figures(Figure.Lost, Figure.OutOfOrder, Figure.Invented, Figure.Stale);
        report.Fact("median delay s, notification", $"{Median(_byNotification):0.0} ({_byNotification.Count})");
        report.Fact("median delay s, poll", $"{Median(_byPoll):0.0} ({_byPoll.Count})");
        report.Fact("graph requests", requests);
        report.Fact("graph requests, polls only", $"{polling:0}");
        return report.Conclude();
    }

    private static double Median(List<double> delays)
    {
        delays.Sort();
        return delays.Count == 0 ? 0 : delays[delays.Count / 2];
    }
}
