namespace PresenceClient.Presences.Watching;

/// <summary>
/// Notices that the wall clock went another way than time itself: the machine slept, or somebody set the clock.
/// </summary>
internal sealed class ClockJump(TimeProvider time)
{
    // Clocks are corrected by less than that.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private DateTimeOffset _wall = time.GetUtcNow();
    private long _timestamp = time.GetTimestamp();

    /// <summary>Whether it happened since the last call.</summary>
    public bool HasHappened()
    {
        (DateTimeOffset wall, long timestamp) = (_wall, _timestamp);
        (_wall, _timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        return (_wall - wall - time.GetElapsedTime(timestamp, _timestamp)).Duration() > Tolerance;
    }
}
