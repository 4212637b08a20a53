using PresenceClient.Soak.Report;

namespace PresenceClient.Soak.Holding;

/// <summary>
/// Decides whether a lapse is the service's fault: only a long outage may let a session expire. Thread-safe.
/// </summary>
/// <param name="findings">The findings of the run.</param>
/// <param name="ledger">The sessions that the service can have.</param>
/// <param name="expiry">How long a session lasts.</param>
internal sealed class LapseAudit(Findings findings, SessionLedger ledger, TimeSpan expiry)
{
    private readonly Lock _lock = new();
    private readonly List<(TimeSpan From, TimeSpan To)> _outages = [];
    private readonly HashSet<int> _open = [];

    /// <summary>The number of sessions that expired because of an outage.</summary>
    public int Lapsed { get; private set; }

    /// <summary>The number of states that the service did not accept at first.</summary>
    public int Late { get; private set; }

    /// <summary>The users with a lapse that is reported, and no recovery.</summary>
    public int[] Open
    {
        get
        {
            lock (_lock)
            {
                return [.. _open];
            }
        }
    }

    public void NoteOutage(TimeSpan from, TimeSpan to)
    {
        lock (_lock)
        {
            _outages.Add((from, to));
        }
    }

    /// <summary>The lapse of a session was reported.</summary>
    public void NoteLapse(int user, TimeSpan at, bool isKept, Exception? failure)
    {
        lock (_lock)
        {
            if (isKept)
            {
                _open.Add(user);
            }

            // A renewal begins after a third of the expiry, and can be late at both ends of an outage.
            if (OutageBetween(at - expiry, at) >= expiry / 2)
            {
                Lapsed++;
            }
            else if (ledger.IsSetSince(user, at - (expiry * 1.1)))
            {
                findings.Add(Figure.Wrong, "a session lapses without a long outage", $"user {user}: {failure}");
            }
            else
            {
                Late++;
            }
        }
    }

    /// <summary>The user shows what was declared again, or nothing is declared any more.</summary>
    public void NoteEnd(int user)
    {
        lock (_lock)
        {
            _open.Remove(user);
        }
    }

    public void NoteEndOfProcess()
    {
        lock (_lock)
        {
            _open.Clear();
        }
    }

    private TimeSpan OutageBetween(TimeSpan from, TimeSpan to)
    {
        long ticks = 0;
        foreach ((TimeSpan start, TimeSpan end) in _outages)
        {
            ticks += Math.Max(0, Math.Min(end.Ticks, to.Ticks) - Math.Max(start.Ticks, from.Ticks));
        }

        return new TimeSpan(ticks);
    }
}
