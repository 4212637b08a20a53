using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Holding;

/// <summary>
/// A process that holds sessions for emulated hours: users ring, answer and hang up, the service fails, the process
/// crashes and restarts. At checks the tenant must show what was declared.
/// </summary>
internal sealed class HoldingRun(TextWriter output, HoldingOptions options)
{
    private const double LongestStep = 2;

    private readonly SoakTime _time = new();
    private readonly Random _random = Seeded.Random(options.Seed, "steps");

    private TimeSpan _nextCheck;
    private TimeSpan _nextOutage;
    private TimeSpan _nextRestart;
    private int _checks;
    private int _crashes;
    private int _restarts;

    /// <summary>Runs, and prints the result.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(CancellationToken stop) => DriverThread.RunAsync(() => Run(stop));

    private int Run(CancellationToken stop)
    {
        output.WriteLine($"Hold soak: {options.Hours} emulated hours on a fake clock, seed {options.Seed}.");
        TimeSpan start = Clock.Now;
        var findings = new Findings(() => _time.Elapsed);
        using var unobserved = new UnobservedCapture(findings);
        using var stage = HoldingStage.Create(options, _time, findings);
        (_nextCheck, _nextOutage, _nextRestart) = (Minutes(5, 10), Minutes(10, 20), Minutes(15, 25));
        for (int hour = 1; hour <= options.Hours && !stop.IsCancellationRequested; hour++)
        {
            RunTo(TimeSpan.FromHours(hour), stage, stop);
            output.WriteLine($"hour {hour}: {stage.Phones.Events} events, {stage.Phones.Holds} holds, "
                + $"{stage.Ledger.Renewals} renewals, {(Clock.Now - start).TotalSeconds:0} s");
        }

        // Until the outage has ended, and what a crash has left has expired.
        TimeSpan end = _time.Elapsed + TimeSpan.FromMinutes(36);
        while (_time.Elapsed < end)
        {
            stage.Live(_random.Between(0, LongestStep));
        }

        Check(stage);
        stage.Stop(Figure.LeftAtEnd);
        UnobservedCapture.Collect();
        return Report(stage, findings);
    }

    private void RunTo(TimeSpan end, HoldingStage stage, CancellationToken stop)
    {
        while (_time.Elapsed < end && !stop.IsCancellationRequested)
        {
            stage.Live(_random.Between(0, LongestStep));
            if (_time.Elapsed >= _nextOutage)
            {
                stage.BeginOutage(Minutes(1, 20));
                _nextOutage = _time.Elapsed + Minutes(30, 60);
            }

            if (_time.Elapsed >= _nextRestart)
            {
                Restart(stage);
                _nextRestart = _time.Elapsed + Minutes(20, 50);
            }

            if (_time.Elapsed >= _nextCheck && !stage.IsInOutage)
            {
                Check(stage);
                _nextCheck = _time.Elapsed + Minutes(5, 15);
            }
        }
    }

    private void Restart(HoldingStage stage)
    {
        if (_random.Chance(0.5))
        {
            _crashes++;
            stage.Crash();
        }
        else
        {
            _restarts++;
            stage.Restart();
        }
    }

    private void Check(HoldingStage stage)
    {
        _checks++;
        stage.Check();
    }

    private TimeSpan Minutes(double from, double to) => _random.Between(from * 60, to * 60);

    private int Report(HoldingStage stage, Findings findings)
    {
        output.WriteLine();
        output.WriteLine($"faults: {stage.Faults.Summary}");
        output.WriteLine($"events: {stage.Phones.Events}, crashes: {_crashes}, clean restarts: {_restarts}, "
            + $"checks: {_checks}");
        output.WriteLine($"set late because of the faults: {stage.Lapses.Late}, "
            + $"calls of holds that failed because of them: {stage.Phones.Failures}");
        output.WriteLine();
        var report = new SoakReport(output, findings, width: 27);
        report.Fact("users", options.Users);
        report.Fact("holds", stage.Phones.Holds);
        report.Fact("changes", stage.Ledger.Changes);
        report.Fact("renewals", stage.Ledger.Renewals);
        report.Fact("lapsed", stage.Lapses.Lapsed);
        report.Figures(Figure.WrongAtCheck, Figure.LeftAtEnd);
        return report.Conclude();
    }
}
