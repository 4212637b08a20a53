using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Presences.Watching;

/// <summary>
/// The changes that a reader has not received yet. It stores nothing for users who have not changed since it received
/// them: a cursor over all users finds those that it has not visited, and users who change behind the cursor become
/// pending. The lock of the watch guards everything here.
/// </summary>
/// <param name="after">The version that the reader continues after; 0 for a reader that has received nothing.</param>
/// <param name="readsSweeps">Whether it reads whole sweeps instead of single changes.</param>
internal sealed class ChangeReader(long after, bool readsSweeps)
{
    private readonly Dictionary<string, Former> _pending = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    // Visited users who have moved to an address that the cursor reaches later.
    private HashSet<string>? _visited;
    private TaskCompletionSource? _news;

    public bool ReadsSweeps => readsSweeps;

    /// <summary>The address up to which it has visited all users.</summary>
    public int Cursor { get; set; }

    /// <summary>The number of the last sweep that it has seen.</summary>
    public long Sweep { get; set; }

    /// <summary>The number of the last announcement that it has seen.</summary>
    public long Announcement { get; set; }

    /// <summary>The number of the last trouble or recovery that it has seen.</summary>
    public long Trouble { get; set; }

    /// <summary>Whether the version to continue after was not known. The first sweep says so.</summary>
    public bool IsResynchronized { get; set; }

    /// <summary>Whether the reader has ended.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Why it has ended; null if the watch was disposed.</summary>
    public Exception? Failure { get; private set; }

    public bool HasPending => _order.Count > 0;

    /// <summary>What the reader had received of a user whom the cursor has not visited.</summary>
    public Former FormerOf(in Slot slot) => slot.FirstVersion > after ? default : new Former(FormerKind.Forgotten);

    /// <summary>Whether a user whom the cursor reaches has changed since the version to continue after.</summary>
    public bool Wants(in Slot slot) => slot.Version > after;

    /// <summary>Notes a change of a user.</summary>
    /// <param name="id">The user.</param>
    /// <param name="address">Where the user is.</param>
    /// <param name="former">The state before.</param>
    /// <returns>Whether an older change of the user was pending, which is no longer delivered.</returns>
    public bool Note(string id, int address, in Former former) =>
        HasVisited(id, address) && Add(id, in former);

    /// <summary>Whether the user at the cursor was visited at an earlier address. Notes that it passes.</summary>
    public bool PassVisited(string id) => _visited?.Remove(id) == true;

    /// <summary>Notes that a user is no longer watched.</summary>
    /// <param name="slot">The user.</param>
    /// <param name="address">Where the user was.</param>
    /// <param name="former">The state before.</param>
    public void NoteRemoval(in Slot slot, int address, in Former former)
    {
        if (HasVisited(slot.Id, address))
        {
            _visited?.Remove(slot.Id);
            Add(slot.Id, in former);
        }
        else if (FormerOf(in slot) is { Kind: not FormerKind.Nothing } own)
        {
            Add(slot.Id, Wants(in slot) ? own : former);
        }
    }

    /// <summary>Notes that a user has moved to another address.</summary>
    public void NoteMove(in Slot slot, int from, int to)
    {
        if (HasVisited(slot.Id, from))
        {
            _visited?.Remove(slot.Id);
            if (to >= Cursor)
            {
                (_visited ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(slot.Id);
            }
        }
        else if (to < Cursor && Wants(in slot))
        {
            Add(slot.Id, FormerOf(in slot));
        }
    }

    private bool HasVisited(string id, int address) => address < Cursor || _visited?.Contains(id) == true;

    /// <summary>Makes a user pending. The state that a pending user had first is kept.</summary>
    /// <returns>Whether the user was pending already.</returns>
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

    /// <summary>
    /// Takes the user who has been pending longest, except users who are already in the current sweep.
    /// </summary>
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

    /// <summary>Returns a task that completes when there is news.</summary>
    public Task WaitAsync() =>
        (_news ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Ends the reader.</summary>
    public void End(Exception? failure)
    {
        (IsOver, Failure) = (true, failure);
        Wake();
    }

    /// <summary>Lets an ended reader continue.</summary>
    public void Restart() => (IsOver, Failure) = (false, null);

    public void Wake()
    {
        _news?.TrySetResult();
        _news = null;
    }
}
