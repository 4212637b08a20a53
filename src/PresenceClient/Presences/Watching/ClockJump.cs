namespace PresenceClient.Presences.Watching;

/// <summary>
/// Detects that the wall clock has left the monotonic clock: the machine slept, or the clock was set.
/// </summary>
internal sealed class ClockJump(TimeProvider time)
{
    // The usual corrections of a clock are smaller.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private Reading _last = Reading.Of(time);

    /// <summary>Whether the wall clock has jumped since the last call.</summary>
    public bool HasHappened()
    {
        (Reading last, _last) = (_last, Reading.Of(time));
        TimeSpan passed = _last.Wall - last.Wall;
        return passed < time.GetElapsedTime(last.After, _last.Before) - Tolerance
            || passed > time.GetElapsedTime(last.Before, _last.After) + Tolerance;
    }

    // The wall clock between two readings of the other one: a pause of the process between the readings is not a jump.
    private readonly record struct Reading(long Before, DateTimeOffset Wall, long After)
    {
        public static Reading Of(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow(), time.GetTimestamp());
    }
}
