namespace PresenceClient.Http;

/// <summary>
/// A call under way: what its attempts share. They come one after the other, so nothing here is locked.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="limit">
/// How long it may take with all attempts and waits; the longest time there is for no limit.
/// </param>
/// <param name="time">The clock.</param>
internal sealed class CallRun(GraphCall call, TimeSpan limit, TimeProvider time)
{
    /// <summary>No timer takes much more, so it bounds a wait where nothing else does.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _uncounted;

    public GraphCall Call { get; } = call;

    public TimeSpan Limit { get; } = limit;

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether an attempt may have done its work, although no answer said so.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The status of the last attempt's answer; 0 for none. A short, which takes no room of its own.</summary>
    public short Status { get; set; }

    /// <summary>How long the call may still take.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan counted = time.GetElapsedTime(_start) - _uncounted;
            return Limit > counted ? Limit - counted : TimeSpan.Zero;
        }
    }

    /// <summary>A wait that is as long, or longer, is not begun.</summary>
    public TimeSpan LongestWait => Left < LongestTimer ? Left : LongestTimer;

    /// <summary>Takes time off the account: a person who signed in.</summary>
    public void LeaveOut(TimeSpan duration) => _uncounted += duration;
}
