using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences;

/// <summary>Counts how far a call of many parts has come, and reports it, one report at a time.</summary>
/// <param name="total">How many users or writes there are.</param>
/// <param name="report">Gets done, total, failed and throttled; null to report nothing.</param>
internal sealed class Tally(int total, Action<int, int, int, int>? report)
{
    private readonly Lock _gate = new();
    private int _done;
    private int _failed;
    private int _throttled;

    /// <summary>Called for each answer that throttles (429); null to report nothing.</summary>
    public Action? Throttled => report is null ? null : () => Count(0, 0, 1);

    public void Ended(int done, int failed) => Count(done, failed, 0);

    [SuppressMessage("Design", "CA1031", Justification = "A broken progress bar must not cost the call's outcome.")]
    private void Count(int done, int failed, int throttled)
    {
        if (report is null)
        {
            return;
        }

        lock (_gate)
        {
            try
            {
                report(_done += done, total, _failed += failed, _throttled += throttled);
            }
            catch (Exception)
            {
                // The caller's own code failed, not the call.
            }
        }
    }
}
