namespace PresenceClient.Http;

/// <summary>
/// The two tokens that can cancel an enumeration: the method's parameter, and the one of <c>WithCancellation</c>. The
/// exception carries the one that was cancelled, because the caller knows no other.
/// </summary>
internal sealed class EitherToken : IDisposable
{
    private readonly CancellationToken _parameter;
    private readonly CancellationToken _enumeration;
    private readonly CancellationTokenSource _source;

    public EitherToken(CancellationToken parameter, CancellationToken enumeration = default)
    {
        (_parameter, _enumeration) = (parameter, enumeration);
        _source = CancellationTokenSource.CreateLinkedTokenSource(parameter, enumeration);
    }

    /// <summary>A token that is cancelled with either token, or by <see cref="CancelAsync"/>.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the caller cancelled.</summary>
    public bool IsCancellationRequested =>
        _parameter.IsCancellationRequested || _enumeration.IsCancellationRequested;

    /// <summary>Cancels <see cref="Token"/>, without a cancellation by the caller.</summary>
    public Task CancelAsync() => _source.CancelAsync();

    /// <summary>Creates the exception for a caller that cancelled.</summary>
    public OperationCanceledException Canceled(OperationCanceledException cause) => new(
        cause.Message, cause, _parameter.IsCancellationRequested ? _parameter : _enumeration);

    /// <summary>Throws if the caller has cancelled.</summary>
    public void ThrowIfCanceled()
    {
        if (IsCancellationRequested)
        {
            throw Canceled(new OperationCanceledException());
        }
    }

    /// <summary>Waits for a task, unless the caller cancels.</summary>
    public async Task WaitAsync(Task task)
    {
        try
        {
            await task.WaitAsync(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (IsCancellationRequested)
        {
            throw Canceled(e);
        }
    }

    public void Dispose() => _source.Dispose();
}
