namespace PresenceClient.Http;

/// <summary>
/// A call under way: what its attempts share. They come one after the other, so nothing here is locked.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="time">How long it may take with all attempts and waits.</param>
internal sealed class CallRun(GraphCall call, CallTime time)
{
    /// <summary>No timer takes much more, so it bounds a wait where nothing else does.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public GraphCall Call { get; } = call;

    public TimeSpan Limit => time.Limit;

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether an attempt may have done its work, although no answer said so.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The status of the last attempt's answer; 0 for none. A short, which takes no room of its own.</summary>
    public short Status { get; set; }

    /// <summary>How long the call may still take.</summary>
    public TimeSpan Left => time.Left;

    /// <summary>A wait that is as long, or longer, is not begun.</summary>
    public TimeSpan LongestWait => Left < LongestTimer ? Left : LongestTimer;

    /// <summary>Takes time off the account: a person who signed in.</summary>
    public void LeaveOut(TimeSpan duration) => time.LeaveOut(duration);
}
