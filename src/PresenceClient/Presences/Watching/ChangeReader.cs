using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// What a reader still has to get. Of users who have not changed since it got them, it holds nothing: a cursor over
/// all users leads it to those whom it has not met, and users who change behind the cursor become pending. Everything
/// here is under the lock of the watch.
/// </summary>
/// <param name="after">The version that the reader continues after; 0 for a reader that has got nothing.</param>
/// <param name="readsSweeps">Whether it reads whole sweeps, and not change by change.</param>
internal sealed class ChangeReader(long after, bool readsSweeps)
{
    private readonly Dictionary<string, Former> _pending = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();
    private TaskCompletionSource? _news;

    public bool ReadsSweeps => readsSweeps;

    /// <summary>The address up to which it has met all users.</summary>
    public int Cursor { get; set; }

    /// <summary>The number of the last sweep that it has seen.</summary>
    public long Sweep { get; set; }

    /// <summary>The number of the last announcement that it has seen.</summary>
    public long Announcement { get; set; }

    /// <summary>The number of the last trouble or recovery that it has seen.</summary>
    public long Trouble { get; set; }

    /// <summary>Whether the version to continue after was not known; only the first sweep says so.</summary>
    public bool IsResynchronized { get; set; }

    /// <summary>Whether it gets nothing more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Why it gets nothing more; null if the watch was disposed.</summary>
    public Exception? Failure { get; private set; }

    public bool HasPending => _order.Count > 0;

    /// <summary>What it had got of a user whom it has not met here.</summary>
    public Former FormerOf(in Slot slot) => slot.FirstVersion > after ? default : new Former(FormerKind.Forgotten);

    /// <summary>Whether the user whom the cursor meets has news for it.</summary>
    public bool Wants(in Slot slot) => slot.Version > after;

    /// <summary>A user has changed.</summary>
    /// <param name="id">The user.</param>
    /// <param name="address">Where the user is.</param>
    /// <param name="former">The state before.</param>
    /// <returns>Whether an older change of the user was waiting, and is no longer delivered.</returns>
    public bool Note(string id, int address, in Former former) => address < Cursor && Add(id, in former);

    /// <summary>A user is no longer watched.</summary>
    /// <param name="slot">The user.</param>
    /// <param name="address">Where the user was.</param>
    /// <param name="former">The state before.</param>
    public void NoteRemoval(in Slot slot, int address, in Former former)
    {
        if (address < Cursor)
        {
            Add(slot.Id, in former);
        }
        else if (FormerOf(in slot) is { Kind: not FormerKind.Nothing } own)
        {
            Add(slot.Id, Wants(in slot) ? own : former);
        }
    }

    /// <summary>A user has moved to an address, which is lower than the one before.</summary>
    public void NoteMove(in Slot slot, int from, int to)
    {
        if (from >= Cursor && to < Cursor && Wants(in slot))
        {
            Add(slot.Id, FormerOf(in slot));
        }
    }

    /// <summary>Makes a user pending, unless it already is: what the reader got last does not change by waiting.
    /// </summary>
    public bool Add(string id, in Former former)
    {
        bool isFirst = _pending.TryAdd(id, former);
        if (isFirst)
        {
            _order.Enqueue(id);
        }

        if (!readsSweeps)
        {
            Wake();
        }

        return !isFirst;
    }

    public bool IsPending(string id) => _pending.Count > 0 && _pending.ContainsKey(id);

    /// <summary>Takes the user who has been pending longest, without those of the current sweep.</summary>
    public bool TryTake(HashSet<string>? given, [NotNullWhen(true)] out string? id, out Former former)
    {
        for (int left = _order.Count; left > 0; left--)
        {
            id = _order.Dequeue();
            if (given?.Contains(id) != true)
            {
                return _pending.Remove(id, out former);
            }

            _order.Enqueue(id);
        }

        (id, former) = (null, default);
        return false;
    }

    /// <summary>A task that is done when there is news.</summary>
    public Task WaitAsync() =>
        (_news ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Ends it.</summary>
    public void End(Exception? failure)
    {
        (IsOver, Failure) = (true, failure);
        Wake();
    }

    /// <summary>Lets it go on after an end.</summary>
    public void Restart() => (IsOver, Failure) = (false, null);

    public void Wake()
    {
        _news?.TrySetResult();
        _news = null;
    }
}
