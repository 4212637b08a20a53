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

    public TimeSpan? Limit => time.Limit;

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How many of them were retries of a transient failure.</summary>
    public int Retries { get; set; }

    /// <summary>Whether an attempt may have done its work, although no answer said so.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The claims that the next token must have, since the service asked for them; null for none.</summary>
    public string? Claims { get; set; }

    /// <summary>Whether the service has asked for claims: the call answers that once.</summary>
    public bool WasChallenged { get; set; }

    /// <summary>How long the last attempt's 429 holds the client back.</summary>
    public TimeSpan HoldBack { get; set; }

    /// <summary>The status of the last attempt's answer; 0 for none. A short, which takes no room of its own.</summary>
    public short Status { get; set; }

    /// <summary>How long the call may still take; null for no limit.</summary>
    public TimeSpan? Left => time.Left;

    /// <summary>A wait that is as long, or longer, is not begun.</summary>
    public TimeSpan LongestWait => Left is { } left && left < LongestTimer ? left : LongestTimer;

    /// <summary>The limit that an option sets; null for none, so that no infinity gets into arithmetic.</summary>
    public static TimeSpan? LimitOf(TimeSpan option) => option == Timeout.InfiniteTimeSpan ? null : option;

    /// <summary>Takes the time since a timestamp of the clock off the account: a sign-in.</summary>
    public void LeaveOut(long since) => time.LeaveOut(since);
}
