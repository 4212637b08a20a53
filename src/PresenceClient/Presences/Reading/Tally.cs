using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Presences;

/// <summary>Counts the progress of a call with many parts, and reports it without concurrent reports.</summary>
/// <param name="total">The number of users or writes.</param>
/// <param name="log">Logs a warning if a report throws. The call continues.</param>
/// <param name="report">Receives done, total, failed and throttled; null to report nothing.</param>
internal sealed class Tally(int total, ILogger log, Action<int, int, int, int>? report)
{
    private readonly Lock _gate = new();
    private int _done;
    private int _failed;
    private int _throttled;

    /// <summary>Called for each 429 answer.</summary>
    public void Throttled() => Count(0, 0, 1);

    public void Ended(int done, int failed) => Count(done, failed, 0);

    private void Count(int done, int failed, int throttled)
    {
        if (report is null)
        {
            return;
        }

        Exception? thrown;
        lock (_gate)
        {
            (int Done, int Failed, int Throttled) now = (_done += done, _failed += failed, _throttled += throttled);
            thrown = Guard.Tell((report, total, now), static s =>
                s.report(s.now.Done, s.total, s.now.Failed, s.now.Throttled));
        }

        if (thrown is not null)
        {
            log.ProgressFailed(thrown.GetType().FullName!);
        }
    }
}
