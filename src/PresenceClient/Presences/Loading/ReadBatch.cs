using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>The users that one request reads. Changed only under the coalescer's lock.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer has no resources to dispose.")]
internal sealed class ReadBatch(ReadCoalescer coalescer, RefusalSearch? search = null) : IThreadPoolWorkItem
{
    private readonly List<PendingRead> _reads = [];
    private readonly CancellationTokenSource _abandoned = new();
    private int _wanted;

    public ReadCoalescer Coalescer { get; } = coalescer;

    public BatchStage Stage { get; set; }

    /// <summary>The time at which the request began. The answer reflects no state from before that time.</summary>
    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>The search that the batch belongs to; null for a batch of callers.</summary>
    public RefusalSearch? Search { get; } = search;

    /// <summary>The users. The list does not change after the batch was sent.</summary>
    public IReadOnlyList<PendingRead> Reads => _reads;

    /// <summary>Whether no caller waits for any of the users.</summary>
    public bool IsUnwanted => _wanted == 0;

    /// <summary>Cancelled when the last caller has left.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public void Add(PendingRead read)
    {
        read.MoveTo(this, _reads.Count);
        _reads.Add(read);
        _wanted++;
    }

    /// <summary>Records that the request begins.</summary>
    public void Begin(DateTimeOffset now) => (BeganAt, Stage) = (now, BatchStage.Sent);

    /// <summary>
    /// Returns whether a caller that requires a read after <paramref name="notBefore"/> (null: any) can join.
    /// </summary>
    public bool Serves(DateTimeOffset? notBefore, DateTimeOffset now) =>
        notBefore is null || Stage < BatchStage.Sent || IsBetween(BeganAt, notBefore.Value, now);

    /// <summary>
    /// Returns whether a read began after a past time. At the same clock tick the order is unknown, and a read that
    /// begins in the future means that the clock was set back.
    /// </summary>
    public static bool IsBetween(DateTimeOffset beganAt, DateTimeOffset notBefore, DateTimeOffset now) =>
        beganAt > notBefore && beganAt <= now;

    /// <summary>
    /// Removes a user that has no waiters. If the batch was not sent yet, the request does not include the user.
    /// </summary>
    public void Drop(PendingRead read)
    {
        _wanted--;
        if (Stage < BatchStage.Sent)
        {
            PendingRead last = _reads[^1];
            _reads[read.Place] = last;
            last.MoveTo(this, read.Place);
            _reads.RemoveAt(_reads.Count - 1);
        }
    }

    /// <summary>Records the answer for each user.</summary>
    /// <param name="chunk">The chunk that was read.</param>
    /// <param name="readAt">The time of the read.</param>
    /// <param name="failure">The failure of the request; null on success.</param>
    public void Answer(Chunk chunk, DateTimeOffset readAt, Exception? failure)
    {
        for (int place = 0; place < _reads.Count; place++)
        {
            UserPresence? presence = chunk[place];
            Exception? reason = presence is null ? chunk.FailureOf(place) ?? failure : null;
            _reads[place].End(
                reason is null ? new LoadedPresence { Presence = presence, ReadAt = readAt } : null, reason);
        }
    }

    /// <summary>Completes all waiters.</summary>
    public void Complete()
    {
        foreach (PendingRead read in _reads)
        {
            read.Complete();
        }
    }

    /// <summary>
    /// Cancels the request. The callbacks run on the thread pool, not on the thread of the leaving caller.
    /// </summary>
    public void Abandon() => _ = _abandoned.CancelAsync();

    /// <summary>Runs on the thread pool, outside the context of any caller.</summary>
    void IThreadPoolWorkItem.Execute() => _ = Coalescer.RunAsync(this);
}
