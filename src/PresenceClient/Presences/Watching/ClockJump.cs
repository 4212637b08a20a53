namespace PresenceClient.Presences.Watching;

/// <summary>
/// Detects that the wall clock has left the monotonic clock: the machine slept, or the clock was set.
/// </summary>
internal sealed class ClockJump(TimeProvider time)
{
    // The usual corrections of a clock are smaller.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private DateTimeOffset _wall = time.GetUtcNow();
    private long _timestamp = time.GetTimestamp();

    /// <summary>Whether the wall clock has jumped since the last call.</summary>
    public bool HasHappened()
    {
        (DateTimeOffset wall, long timestamp) = (_wall, _timestamp);
        (_wall, _timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        return (_wall - wall - time.GetElapsedTime(timestamp, _timestamp)).Duration() > Tolerance;
    }
}
