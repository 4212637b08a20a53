namespace PresenceClient.Http;

/// <summary>The end of one attempt: its own time limit, or what is left of the call's, or the caller's token.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    /// <summary>Starts the clock.</summary>
    /// <param name="run">The call.</param>
    /// <param name="longest">How long each attempt may take; null for no limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public AttemptLimit(CallRun run, TimeSpan? longest, TimeProvider time, CancellationToken cancellationToken)
    {
        TimeSpan? left = run.Left;
        IsOfCall = left is not null && (longest is null || left < longest);
        Duration = (IsOfCall ? left : longest) ?? Timeout.InfiniteTimeSpan;
        _source = new CancellationTokenSource(Duration, time);
        _caller = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>Whether it is the call's time that ends it, not the attempt's own.</summary>
    public bool IsOfCall { get; }

    public TimeSpan Duration { get; }

    /// <summary>Cancelled when the time is up or the caller cancels.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
