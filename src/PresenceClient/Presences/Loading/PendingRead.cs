namespace PresenceClient.Presences.Loading;

/// <summary>A user to read, and the callers that wait for it. Changed only under the coalescer's lock.</summary>
internal sealed class PendingRead(Guid key, string id)
{
    private Waiter? _first;

    public Guid Key { get; } = key;

    public string Id { get; } = id;

    /// <summary>The batch that currently contains the read.</summary>
    public ReadBatch Batch { get; private set; } = null!;

    /// <summary>The index in the batch.</summary>
    public int Place { get; private set; }

    public bool HasWaiters => _first is not null;

    /// <summary>The answer of the service; null if the read is pending or has failed.</summary>
    public LoadedPresence? Answer { get; private set; }

    /// <summary>The failure; null if the read is pending or succeeded.</summary>
    public Exception? Failure { get; private set; }

    public void MoveTo(ReadBatch batch, int place) => (Batch, Place) = (batch, place);

    public void End(LoadedPresence? answer, Exception? failure) => (Answer, Failure) = (answer, failure);

    public void Add(Waiter waiter)
    {
        waiter.Next = _first;
        _first?.Previous = waiter;
        _first = waiter;
    }

    public void Remove(Waiter waiter)
    {
        waiter.Next?.Previous = waiter.Previous;
        if (waiter.Previous is null)
        {
            _first = waiter.Next;
        }
        else
        {
            waiter.Previous.Next = waiter.Next;
        }
    }

    /// <summary>
    /// Completes all waiters. Called outside the lock: once the batch is over, its waiters no longer change.
    /// </summary>
    public void Complete()
    {
        for (Waiter? waiter = _first; waiter is not null; waiter = waiter.Next)
        {
            waiter.Complete(Answer, Failure);
        }
    }
}
