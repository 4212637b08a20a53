namespace PresenceClient.Http;

/// <summary>
/// The time that a call has, with all its attempts and waits. The calls for the pages of one chunk share it. They come
/// one after the other, so nothing here is locked.
/// </summary>
/// <param name="limit">The time limit; null for none.</param>
/// <param name="time">The clock.</param>
internal sealed class CallTime(TimeSpan? limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _uncounted;

    public TimeSpan? Limit { get; } = limit;

    /// <summary>How long the call may still take; null for no limit.</summary>
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

    /// <summary>Takes the time since a timestamp of the clock off the account: a sign-in.</summary>
    public void LeaveOut(long since) => _uncounted += time.GetElapsedTime(since);
}
