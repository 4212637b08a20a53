namespace PresenceClient.Http;

/// <summary>
/// The time that a call has, with all its attempts and waits. The calls for the pages of one chunk share it. They come
/// one after the other, so nothing here is locked.
/// </summary>
/// <param name="limit">The time limit; the longest time there is for no limit.</param>
/// <param name="time">The clock.</param>
internal sealed class CallTime(TimeSpan limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _uncounted;

    public TimeSpan Limit { get; } = limit;

    /// <summary>How long the call may still take.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan counted = time.GetElapsedTime(_start) - _uncounted;
            return Limit > counted ? Limit - counted : TimeSpan.Zero;
        }
    }

    /// <summary>Leaves out the time that a person takes to sign in.</summary>
    public void LeaveOut(TimeSpan duration) => _uncounted += duration;
}
