namespace PresenceClient.Http;

/// <summary>
/// Ends an attempt: after its own time limit, after the time left for the call, or when the caller cancels.
/// </summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    /// <summary>Starts the time limit.</summary>
    /// <param name="run">The call.</param>
    /// <param name="longest">The time limit of an attempt; null for no limit.</param>
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

    /// <summary>Whether the limit is the time left for the call, not the attempt's own.</summary>
    public bool IsOfCall { get; }

    public TimeSpan Duration { get; }

    /// <summary>A token that is cancelled when the time is up or the caller cancels.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
