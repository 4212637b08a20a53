namespace PresenceClient.Http;

/// <summary>The time limit of one attempt: its own, or what is left of the call's.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;

    /// <summary>Starts the clock.</summary>
    /// <param name="run">The call.</param>
    /// <param name="longest">How long each attempt may take; null for no limit.</param>
    /// <param name="time">The clock.</param>
    public AttemptLimit(CallRun run, TimeSpan? longest, TimeProvider time)
    {
        TimeSpan? left = run.Left;
        IsOfCall = left is not null && (longest is null || left < longest);
        Duration = (IsOfCall ? left : longest) ?? Timeout.InfiniteTimeSpan;
        _source = new CancellationTokenSource(Duration, time);
    }

    /// <summary>Whether it is the call's time that ends it, not the attempt's own.</summary>
    public bool IsOfCall { get; }

    public TimeSpan Duration { get; }

    public CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();
}
