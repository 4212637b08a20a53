namespace PresenceClient.Emulator.Life;

/// <summary>
/// The calendar that people live by: it begins where the options say and runs as fast as they say, whatever the
/// tenant's clock shows. It reckons in doubles, since fast lives reach further than dates do.
/// </summary>
internal sealed class LifeClock(PresenceEmulatorOptions options, DateTime startedAt)
{
    /// <summary>In the year 9824: where lives end that a double has carried beyond all dates.</summary>
    private const double LastTick = 3.1e18;

    private readonly double _start = options.LifeStart.UtcTicks;
    private readonly double _speed = options.LifeSpeed;

    /// <summary>The day of that calendar at a time of the tenant, counted from a Monday.</summary>
    public long DayAt(DateTime time, TimeSpan zone)
    {
        double life = _start + ((time - startedAt).Ticks * _speed);
        return (long)Math.Floor((life + zone.Ticks) / TimeSpan.TicksPerDay);
    }

    /// <summary>The tenant's time at a second of a day of that calendar; the nearest there is.</summary>
    public DateTime TimeAt(long day, int second, TimeSpan zone)
    {
        double life = ((double)day * TimeSpan.TicksPerDay) + (second * (double)TimeSpan.TicksPerSecond) - zone.Ticks;
        double ticks = startedAt.Ticks + ((life - _start) / _speed);
        return new DateTime((long)Math.Clamp(ticks, 0, LastTick), DateTimeKind.Utc);
    }
}
