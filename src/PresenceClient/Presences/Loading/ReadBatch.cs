using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences.Loading;

/// <summary>Users who are read in one request. Changed under the coalescer's lock alone.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that needs disposing.")]
internal sealed class ReadBatch(ReadCoalescer coalescer) : IThreadPoolWorkItem
{
    private readonly List<PendingRead> _reads = [];
    private readonly CancellationTokenSource _abandoned = new();
    private int _wanted;

    public ReadCoalescer Coalescer { get; } = coalescer;

    public BatchStage Stage { get; set; }

    /// <summary>The users; fixed once the batch is sent.</summary>
    public IReadOnlyList<PendingRead> Reads => _reads;

    /// <summary>Whether nobody waits for any of them.</summary>
    public bool IsUnwanted => _wanted == 0;

    /// <summary>Cancelled when nobody waits any more.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public void Add(PendingRead read)
    {
        read.Place = _reads.Count;
        _reads.Add(read);
        _wanted++;
    }

    /// <summary>Nobody waits for this user any more: it is not sent, if it is not sent yet.</summary>
    public void Drop(PendingRead read)
    {
        _wanted--;
        if (Stage < BatchStage.Sent)
        {
            PendingRead last = _reads[^1];
            _reads[read.Place] = last;
            last.Place = read.Place;
            _reads.RemoveAt(_reads.Count - 1);
        }
    }

    /// <summary>Notes what the service said of each user. After a failure, who is lacking is not missing.</summary>
    public void Answer(UserPresence?[] found, DateTimeOffset readAt, PresenceException? failure)
    {
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is not null || failure is null)
            {
                _reads[i].Answer = new LoadedPresence { Presence = found[i], ReadAt = readAt };
            }
        }
    }

    /// <summary>Tells all who wait.</summary>
    public void Complete(PresenceException? failure)
    {
        foreach (PendingRead read in _reads)
        {
            read.Complete(failure);
        }
    }

    /// <summary>Stops the request. The callbacks run on the pool, not here, where a caller is leaving.</summary>
    public void Abandon() => _ = _abandoned.CancelAsync();

    /// <summary>Runs on the pool, outside any caller's context.</summary>
    void IThreadPoolWorkItem.Execute() => _ = Coalescer.RunAsync(this);
}
