namespace PresenceClient.Emulator.Life;

/// <summary>
/// The simulated calendar. It begins at the time and runs at the speed that the options set, whatever the tenant's
/// clock shows. It calculates with doubles, because a fast simulation can exceed the range of dates.
/// </summary>
internal sealed class LifeClock(PresenceEmulatorOptions options, DateTime startedAt)
{
    /// <summary>The end of simulated time, in the year 9824, for a double beyond all dates.</summary>
    private const double LastTick = 3.1e18;

    private readonly double _start = options.LifeStart.UtcTicks;
    private readonly double _speed = options.LifeSpeed;

    /// <summary>Returns the simulated day at a time of the tenant, counted from a Monday.</summary>
    public long DayAt(DateTime time, TimeSpan zone)
    {
        double life = _start + ((time - startedAt).Ticks * _speed);
        return (long)Math.Floor((life + zone.Ticks) / TimeSpan.TicksPerDay);
    }

    /// <summary>Returns the tenant's time at a second of a simulated day, as near as possible.</summary>
    public DateTime TimeAt(long day, int second, TimeSpan zone)
    {
        double life = ((double)day * TimeSpan.TicksPerDay) + (second * (double)TimeSpan.TicksPerSecond) - zone.Ticks;
        double ticks = startedAt.Ticks + ((life - _start) / _speed);
        return new DateTime((long)Math.Clamp(ticks, 0, LastTick), DateTimeKind.Utc);
    }
}
