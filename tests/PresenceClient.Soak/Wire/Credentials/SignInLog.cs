using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Wire.Credentials;

/// <summary>The sign-ins of a client, and their failures. Thread-safe.</summary>
internal sealed class SignInLog
{
    private readonly Lock _lock = new();
    private readonly List<(TimeSpan From, TimeSpan To)> _done = [];
    private readonly List<TimeSpan> _failures = [];
    private readonly Dictionary<int, TimeSpan> _running = [];
    private int _next;

    /// <summary>Begins a sign-in, and returns its number.</summary>
    public int Begin()
    {
        lock (_lock)
        {
            _running.Add(++_next, Clock.Now);
            return _next;
        }
    }

    public void End(int number, bool failed)
    {
        lock (_lock)
        {
            _running.Remove(number, out TimeSpan began);
            _done.Add((began, Clock.Now));
            if (failed)
            {
                _failures.Add(Clock.Now);
            }
        }
    }

    /// <summary>Whether a sign-in failed between two moments.</summary>
    public bool FailedWithin(TimeSpan from, TimeSpan to)
    {
        lock (_lock)
        {
            return _failures.Exists(moment => moment >= from && moment <= to);
        }
    }

    /// <summary>How much of the time between two moments a sign-in was under way.</summary>
    public TimeSpan Within(TimeSpan from, TimeSpan to)
    {
        TimeSpan total = TimeSpan.Zero;
        TimeSpan counted = from;
        lock (_lock)
        {
            foreach ((TimeSpan start, TimeSpan end) in _done
                .Concat(_running.Values.Select(began => (began, to)))
                .OrderBy(static it => it.Item1))
            {
                TimeSpan begin = start > counted ? start : counted;
                TimeSpan stop = end < to ? end : to;
                if (stop > begin)
                {
                    total += stop - begin;
                    counted = stop;
                }
            }
        }

        return total;
    }
}
