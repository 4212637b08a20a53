namespace PresenceClient.Presences.Loading;

/// <summary>A user who is to be read, and all who wait for it. Changed under the coalescer's lock alone.</summary>
internal sealed class PendingRead(Guid key, string id)
{
    private Waiter? _first;

    public Guid Key { get; } = key;

    public string Id { get; } = id;

    /// <summary>The batch that it is in now.</summary>
    public ReadBatch Batch { get; private set; } = null!;

    /// <summary>The index in the batch.</summary>
    public int Place { get; private set; }

    public bool HasWaiters => _first is not null;

    /// <summary>What the service said of the user; null when that is not known.</summary>
    public LoadedPresence? Answer { get; private set; }

    /// <summary>Why that is not known.</summary>
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

    /// <summary>Tells all who wait. Not under the lock: once the batch is over, nobody joins or leaves.</summary>
    public void Complete()
    {
        for (Waiter? waiter = _first; waiter is not null; waiter = waiter.Next)
        {
            waiter.Complete(Answer, Failure);
        }
    }
}
