using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>
/// One caller who waits for a read. Each has a task of its own, so that a cancellation or an exception is nobody
/// else's, and its continuation runs on the pool, never on the thread that ends the read.
/// </summary>
internal sealed class Waiter(PendingRead read)
    : TaskCompletionSource<LoadedPresence>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private CancellationTokenRegistration _registration;

    public PendingRead Read { get; } = read;

    /// <summary>The neighbours in the list that the read keeps.</summary>
    public Waiter? Previous { get; set; }

    public Waiter? Next { get; set; }

    /// <summary>Leaves when the token is cancelled, at once if it already is.</summary>
    public void Watch(CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((Waiter)waiter!).Leave(token), this);

    /// <summary>Gives the answer, or else the failure; a caller who left in the meantime stays cancelled.</summary>
    public void Complete(LoadedPresence? answer, Exception? failure)
    {
        if (answer is not null)
        {
            TrySetResult(answer);
        }
        else
        {
            TrySetException(failure is PresenceException shared
                ? shared.Copy()
                : FailureFactory.Disposed());
        }

        // Or a token that outlives the call would gather waiters.
        _registration.Unregister();
    }

    private void Leave(CancellationToken cancellationToken)
    {
        Read.Batch.Coalescer.Leave(this);
        TrySetCanceled(cancellationToken);
    }
}
