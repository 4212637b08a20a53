namespace PresenceClient.Presences;

/// <summary>Counts what many workers do, and reports under a lock, so that no number goes back.</summary>
internal sealed class WriteTally(int total, IProgress<PresenceWriteProgress> progress)
{
    private readonly Lock _gate = new();
    private PresenceWriteProgress _now = new(Done: 0, total, Failed: 0, Throttled: 0);

    public void AddOutcome(bool failed)
    {
        lock (_gate)
        {
            Report(_now with { Done = _now.Done + 1, Failed = _now.Failed + (failed ? 1 : 0) });
        }
    }

    public void AddThrottled()
    {
        lock (_gate)
        {
            Report(_now with { Throttled = _now.Throttled + 1 });
        }
    }

    private void Report(PresenceWriteProgress now)
    {
        _now = now;
        progress.Report(now);
    }
}
