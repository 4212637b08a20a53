using System.Collections.Concurrent;

namespace PresenceClient.Redis;

/// <summary>
/// What this host has learned outside the leader's reads, until its role passes it on: a hold-back after a 429, and
/// states that were refreshed or reported. Thread-safe, and never blocks.
/// </summary>
internal sealed class Outbox(SharedHost host)
{
    // The next sweep reads what does not fit.
    private const int Most = 10_000;

    private readonly ConcurrentQueue<ReadState> _learned = new();
    private long _heldTicks;

    public void NoteHold(TimeSpan duration)
    {
        long ticks = duration.Ticks;
        for (long known = Volatile.Read(ref _heldTicks); known < ticks;)
        {
            known = Interlocked.CompareExchange(ref _heldTicks, ticks, known);
        }

        host.Inbox.Signal();
    }

    public void NoteLearned(ReadState state)
    {
        if (_learned.Count < Most)
        {
            _learned.Enqueue(state);
            host.Inbox.Signal();
        }
    }

    public bool TryTakeLearned(out ReadState learned) => _learned.TryDequeue(out learned);

    /// <summary>Forgets the hold-backs: no other host can be reached.</summary>
    public void DropHolds() => Interlocked.Exchange(ref _heldTicks, 0);

    /// <summary>Publishes a hold-back. Its key is for hosts that miss the message.</summary>
    public async Task PublishHoldsAsync()
    {
        var duration = TimeSpan.FromTicks(Interlocked.Exchange(ref _heldTicks, 0));
        if (duration > TimeSpan.Zero)
        {
            await host.Link.AskAsync(database => database.StringSetAsync(host.Keys.Hold, 1, duration))
                .ConfigureAwait(false);
            await host.PublishAsync(MessageCodec.Hold(host.Id, duration)).ConfigureAwait(false);
        }
    }
}
