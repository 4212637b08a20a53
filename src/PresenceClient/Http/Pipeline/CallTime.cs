namespace PresenceClient.Http;

/// <summary>
/// The time for a call, with all its attempts and waits. The calls for the pages of one chunk share it. Pages follow
/// one another, so it needs no lock.
/// </summary>
/// <param name="limit">The time limit; null for none.</param>
/// <param name="time">The clock.</param>
internal sealed class CallTime(TimeSpan? limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _uncounted;

    public TimeSpan? Limit { get; } = limit;

    /// <summary>The time that is left for the call; null for no limit.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (Limit is not { } longest)
            {
                return null;
            }

            TimeSpan counted = time.GetElapsedTime(_start) - _uncounted;
            return longest > counted ? longest - counted : TimeSpan.Zero;
        }
    }

    /// <summary>Excludes the time since a timestamp, which a sign-in took.</summary>
    public void LeaveOut(long since) => _uncounted += time.GetElapsedTime(since);
}
