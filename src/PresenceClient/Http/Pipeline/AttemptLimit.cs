using Microsoft.Kiota.Abstractions;

namespace PresenceClient.Http;

/// <summary>
/// The time limit of one attempt: its own, or what is left of the call's. It rides on the request, so that whoever
/// signs it in can stop the clocks: a person in front of a browser takes as long as a person takes.
/// </summary>
internal sealed class AttemptLimit : IRequestOption, IDisposable
{
    private readonly CallRun _run;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _source;
    private long _paused;

    public AttemptLimit(CallRun run, TimeSpan longest, TimeProvider time)
    {
        (_run, _time) = (run, time);
        TimeSpan left = run.Left;
        IsOfCall = left < longest;
        TimeSpan duration = IsOfCall ? left : longest;
        Duration = duration == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : duration;
        _source = new CancellationTokenSource(Duration, time);
    }

    /// <summary>Whether it is the call's time that ends it, not the attempt's own.</summary>
    public bool IsOfCall { get; }

    public TimeSpan Duration { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>Stops the clock; a limit that is over stays over.</summary>
    public void Pause()
    {
        _paused = _time.GetTimestamp();
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts the whole time anew.</summary>
    public void Restart()
    {
        _run.LeaveOut(_time.GetElapsedTime(_paused));
        _source.CancelAfter(Duration);
    }

    public void Dispose() => _source.Dispose();
}
