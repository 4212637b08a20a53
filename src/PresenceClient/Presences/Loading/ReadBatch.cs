using System.Diagnostics.CodeAnalysis;
using PresenceClient.Http;

namespace PresenceClient.Presences.Loading;

/// <summary>Users who are read in one request. Changed under the coalescer's lock alone.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that needs disposing.")]
internal sealed class ReadBatch(ReadCoalescer coalescer, RefusalSearch? search = null) : IThreadPoolWorkItem
{
    private readonly List<PendingRead> _reads = [];
    private readonly CancellationTokenSource _abandoned = new();
    private int _wanted;

    public ReadCoalescer Coalescer { get; } = coalescer;

    public BatchStage Stage { get; set; }

    /// <summary>When its request began; nothing before that moment is in the answer.</summary>
    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>The search that the batch is a part of; null for a batch that callers gathered.</summary>
    public RefusalSearch? Search { get; } = search;

    /// <summary>The users; fixed once the batch is sent.</summary>
    public IReadOnlyList<PendingRead> Reads => _reads;

    /// <summary>Whether nobody waits for any of them.</summary>
    public bool IsUnwanted => _wanted == 0;

    /// <summary>Cancelled when nobody waits any more.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public void Add(PendingRead read)
    {
        read.MoveTo(this, _reads.Count);
        _reads.Add(read);
        _wanted++;
    }

    /// <summary>Notes that the request begins.</summary>
    public void Begin(DateTimeOffset now) => (BeganAt, Stage) = (now, BatchStage.Sent);

    /// <summary>Whether a caller can join who takes no answer of before a moment; null for one who takes any.</summary>
    public bool Serves(DateTimeOffset? notBefore, DateTimeOffset now) =>
        notBefore is null || Stage < BatchStage.Sent || IsBetween(BeganAt, notBefore.Value, now);

    /// <summary>
    /// Whether a read began after a moment that has come. At the moment itself the order is not known, and a beginning
    /// in the future says that the clock was put back.
    /// </summary>
    public static bool IsBetween(DateTimeOffset beganAt, DateTimeOffset notBefore, DateTimeOffset now) =>
        beganAt > notBefore && beganAt <= now;

    /// <summary>Nobody waits for this user any more: it is not sent, if it is not sent yet.</summary>
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

    /// <summary>Notes what the service said of each user.</summary>
    /// <param name="chunk">What was read.</param>
    /// <param name="readAt">When that was.</param>
    /// <param name="failure">The failure of the request; null for none.</param>
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

    /// <summary>Completes the calls of all waiters.</summary>
    public void Complete()
    {
        foreach (PendingRead read in _reads)
        {
            read.Complete();
        }
    }

    /// <summary>Stops the request. The callbacks run on the pool, not here, where a caller is leaving.</summary>
    public void Abandon() => _ = _abandoned.CancelAsync();

    /// <summary>Runs on the pool, outside any caller's context.</summary>
    void IThreadPoolWorkItem.Execute() => _ = Coalescer.RunAsync(this);
}
