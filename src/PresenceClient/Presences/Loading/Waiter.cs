using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>
/// A caller that waits for a read. Each has a task of its own, so that cancellation and exceptions affect only that
/// caller. Continuations run on the thread pool, not on the thread that ends the read.
/// </summary>
internal sealed class Waiter(PendingRead read)
    : TaskCompletionSource<LoadedPresence>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private CancellationTokenRegistration _registration;

    public PendingRead Read { get; } = read;

    /// <summary>The neighbours in the list of the read.</summary>
    public Waiter? Previous { get; set; }

    public Waiter? Next { get; set; }

    /// <summary>Leaves when the token is cancelled; at once if it already is.</summary>
    public void Watch(CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((Waiter)waiter!).Leave(token), this);

    /// <summary>Completes the task with the answer or the failure. A caller that has left stays cancelled.</summary>
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

        // Otherwise a token that outlives the call would accumulate waiters.
        _registration.Unregister();
    }

    private void Leave(CancellationToken cancellationToken)
    {
        Read.Batch.Coalescer.Leave(this);
        TrySetCanceled(cancellationToken);
    }
}
