using Microsoft.Extensions.Logging;
using PresenceClient.Diagnostics;

namespace PresenceClient.Presences;

/// <summary>Counts how far a call of many parts has come, and reports it, one report at a time.</summary>
/// <param name="total">How many users or writes there are.</param>
/// <param name="log">Gets a warning when the report throws, which does not affect the call.</param>
/// <param name="report">Gets done, total, failed and throttled; null to report nothing.</param>
internal sealed class Tally(int total, ILogger log, Action<int, int, int, int>? report)
{
    private readonly Lock _gate = new();
    private int _done;
    private int _failed;
    private int _throttled;

    /// <summary>Called for each answer that throttles (429); null to report nothing.</summary>
    public Action? Throttled => report is null ? null : () => Count(0, 0, 1);

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
