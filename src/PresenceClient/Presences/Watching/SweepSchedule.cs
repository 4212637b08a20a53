using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences.Watching;

/// <summary>When the next sweep begins. Only the loop uses it.</summary>
internal sealed class SweepSchedule
{
    private const double Jitter = 0.1;

    private const int CleanSweepsToRecover = 3;

    private static readonly TimeSpan UsualMaxInterval = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMinutes(15);

    private readonly TimeSpan _usual;
    private readonly TimeSpan _max;
    private readonly TimeProvider _time;
    private readonly long _start;
    private TimeSpan _due;
    private TimeSpan _refusal;
    private int _clean;

    /// <param name="options">The checked options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="first">The time until the first sweep.</param>
    public SweepSchedule(PresenceWatchOptions options, TimeProvider time, TimeSpan first = default)
    {
        _usual = Interval = options.Interval;
        _max = options.MaxInterval ?? (_usual > UsualMaxInterval ? _usual : UsualMaxInterval);
        (_time, _start, _due) = (time, time.GetTimestamp(), first);
    }

    /// <summary>The interval in force.</summary>
    public TimeSpan Interval { get; private set; }

    /// <summary>Whether the service has refused reads: nothing is sent before the next sweep.</summary>
    public bool IsRefused => _refusal > TimeSpan.Zero;

    public TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>The time until the next sweep; zero if it is due.</summary>
    public TimeSpan Left => Now is var now && _due > now ? _due - now : TimeSpan.Zero;

    public void StartNow() => _due = Now;

    /// <summary>Plans the next sweep after the end of one.</summary>
    /// <param name="isThrottled">Whether an answer since the last sweep was a 429.</param>
    /// <param name="isClean">Whether it had no failure at all.</param>
    [SuppressMessage("Security", "CA5394", Justification = "It only spreads the sweeps of several watches.")]
    public void End(bool isThrottled, bool isClean)
    {
        _refusal = TimeSpan.Zero;
        if (isThrottled)
        {
            Interval = Interval * 2 < _max ? Interval * 2 : _max;
        }

        _clean = isClean && !isThrottled ? _clean + 1 : 0;
        if (_clean >= CleanSweepsToRecover)
        {
            Interval = _usual;
        }

        _due = Now + (Interval * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble())));
    }

    /// <summary>Plans the next sweep after a refusal: 1, 2, 4, 8 and then 15 minutes later.</summary>
    public void Refuse()
    {
        _refusal = _refusal == TimeSpan.Zero ? TimeSpan.FromMinutes(1) : _refusal * 2;
        _refusal = _refusal < LongestRefusal ? _refusal : LongestRefusal;
        _clean = 0;
        _due = Now + _refusal;
    }
}
