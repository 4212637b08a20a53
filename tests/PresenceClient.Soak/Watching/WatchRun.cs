using PresenceClient.Soak.Emulated;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Timing;
using PresenceClient.Soak.Watching.Driving;

namespace PresenceClient.Soak.Watching;

/// <summary>
/// A watch of an emulated tenant for emulated hours: simulated life, writes, faults, users who come and go, readers
/// that are slow, stop and return. A fake clock drives it in steps. Each step lasts until the thread pool is idle.
/// </summary>
internal sealed class WatchRun(TextWriter output, WatchOptions options)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan CensusInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan OutageInterval = TimeSpan.FromMinutes(47);

    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMinutes(10);

    // Several sweeps, with retries, at the longest interval.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(6);

    private readonly SoakTime _time = new();

    /// <summary>Runs, and prints the result.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(CancellationToken stop) => DriverThread.RunAsync(() => Run(stop));

    private int Run(CancellationToken stop)
    {
        output.WriteLine($"Watch soak: {options.Hours} emulated hours on a fake clock, seed {options.Seed}.");
        TimeSpan start = Clock.Now;
        var findings = new Findings(() => _time.Elapsed);
        using var unobserved = new UnobservedCapture(findings);
        using var stage = WatchStage.Create(options, _time, findings);
        var memory = new MemoryGrowth(findings);
        for (int hour = 1; hour <= options.Hours && !stop.IsCancellationRequested; hour++)
        {
            RunTo(TimeSpan.FromHours(hour), stage, memory, stop);
            output.WriteLine($"hour {hour}: {stage.History.Changes} changes, {stage.Delivered} delivered, "
                + $"{memory.EndHour():0.0} MB, {(Clock.Now - start).TotalSeconds:0} s");
        }

        stage.EndFaults();
        for (TimeSpan end = _time.Elapsed + Settling; _time.Elapsed < end;)
        {
            stage.Settle(LongestStep / 2);
        }

        stage.End();
        UnobservedCapture.Collect();
        return Report(stage, findings, memory);
    }

    private void RunTo(TimeSpan end, WatchStage stage, MemoryGrowth memory, CancellationToken stop)
    {
        while (_time.Elapsed < end && !stop.IsCancellationRequested)
        {
            TimeSpan before = _time.Elapsed;
            stage.Step(LongestStep * stage.Random.NextDouble());
            if (_time.Passes(before, CensusInterval))
            {
                stage.TakeCensus();
            }

            if (_time.Passes(before, OutageInterval))
            {
                stage.Faults.BeginOutage(Outage);
            }

            if (_time.Passes(before, MemoryInterval))
            {
                memory.Measure();
            }
        }
    }

    private int Report(WatchStage stage, Findings findings, MemoryGrowth memory)
    {
        string growth = memory.Conclude();
        output.WriteLine();
        output.WriteLine($"faults: {stage.Faults.Summary}");
        output.WriteLine($"writes: {stage.Writer.Writes}, refreshes and reports: {stage.Interventions.Calls}, "
            + $"{stage.Interventions.Failures} of them failed because of the faults");
        output.WriteLine();
        var report = new SoakReport(output, findings, width: 21);
        report.Fact("users", options.Users);
        report.Fact("changes in the tenant", stage.History.Changes);
        report.Fact("changes delivered", stage.Delivered);
        report.Figures(Figure.Lost, Figure.OutOfOrder, Figure.Invented, Figure.Stale);
        report.Fact("memory growth", growth);
        return report.Conclude();
    }
}
