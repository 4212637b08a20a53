namespace PresenceClient.Http;

/// <summary>
/// A call under way, and the state that its attempts share. Attempts follow one another, so it needs no lock.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="time">The time for the call, with all its attempts and waits.</param>
internal sealed class CallRun(GraphCall call, CallTime time)
{
    /// <summary>The longest wait. A timer cannot take much more.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public GraphCall Call { get; } = call;

    public TimeSpan? Limit => time.Limit;

    /// <summary>The number of attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>The number of attempts that were retries of a transient failure.</summary>
    public int Retries { get; set; }

    /// <summary>Whether an attempt may have taken effect although its answer was lost.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>
    /// The claims that every later token of the call must have, since the service sent a challenge; null for none. A
    /// call answers one challenge.
    /// </summary>
    public string? Claims { get; set; }

    /// <summary>Whether the last attempt met the challenge, so that the next one answers it.</summary>
    public bool IsChallenged { get; set; }

    /// <summary>The hold-back that the last attempt's 429 started.</summary>
    public TimeSpan HoldBack { get; set; }

    /// <summary>The status of the last attempt's answer; 0 for none. A short, to keep the object small.</summary>
    public short Status { get; set; }

    /// <summary>The time that is left for the call; null for no limit.</summary>
    public TimeSpan? Left => time.Left;

    /// <summary>The exclusive upper bound of a wait: a wait of this length or longer is not started.</summary>
    public TimeSpan LongestWait => Left is { } left && left < LongestTimer ? left : LongestTimer;

    /// <summary>Returns the limit that an option sets; null for an infinite one, which breaks arithmetic.</summary>
    public static TimeSpan? LimitOf(TimeSpan option) => option == Timeout.InfiniteTimeSpan ? null : option;

    /// <summary>Excludes the time since a timestamp, which a sign-in took.</summary>
    public void LeaveOut(long since) => time.LeaveOut(since);
}
