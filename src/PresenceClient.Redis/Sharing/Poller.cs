using PresenceClient.Presences.Watching;

namespace PresenceClient.Redis;

/// <summary>
/// Polls users for a leader, or for a host without Redis: an ordinary watch that no one else sees, with one reader. Its
/// changes are what must be passed on.
/// </summary>
internal sealed class Poller : IAsyncDisposable
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    private readonly WatchEngine _engine;
    private readonly Inbox _inbox;
    private readonly HashSet<string> _newer = new(StringComparer.OrdinalIgnoreCase);
    private ChangeReader? _changes;
    private ChangeReader? _sweeps;
    private Task? _news;
    private Task? _laterSweep;

    /// <param name="host">The host. Its inbox is signalled when there is news.</param>
    /// <param name="options">How it polls.</param>
    /// <param name="firstSweep">The time until the first sweep. Users who are not known are read at once.</param>
    public Poller(SharedHost host, PresenceWatchOptions options, TimeSpan firstSweep)
    {
        _inbox = host.Inbox;
        _engine = new WatchEngine(
            host.Client, options, (state, stop) => new WatchLoop(host.Client, state, options, stop, firstSweep));
    }

    private WatchState State => _engine.State;

    public PresenceWatchStatus Status => State.Status(_engine.Now);

    /// <summary>
    /// Returns the options of a poller: those of the watch, with an interval for a number of hosts that poll. It polls
    /// while it is open.
    /// </summary>
    public static PresenceWatchOptions OptionsFor(PresenceWatchOptions watch, int hosts)
    {
        TimeSpan interval = watch.Interval < LongestInterval / hosts ? watch.Interval * hosts : LongestInterval;
        return new PresenceWatchOptions
        {
            Interval = interval,
            MaxInterval = watch.MaxInterval > interval ? watch.MaxInterval : null,
            MaxConcurrency = watch.MaxConcurrency,
            PaceShare = watch.PaceShare,
            OnRefusal = watch.OnRefusal,
            Polling = PresenceWatchPolling.WhileRead,
        };
    }

    /// <summary>Sets the users. Users who stay keep their states.</summary>
    public void SetUsers(IReadOnlyCollection<string> ids)
    {
        if (State.Replace(ids))
        {
            _engine.Wake();
        }
    }

    /// <summary>
    /// Gives a host the states that are known of its unread users. The poller reports no change when a host adds a user
    /// whom another host wants already.
    /// </summary>
    public void Inform(SharedHost host)
    {
        foreach (ReadState known in host.State.UnreadUsers().SelectMany(Known))
        {
            host.Feed.Take(known);
        }

        host.Feed.Announce();
    }

    /// <summary>
    /// Takes a state that was read elsewhere. If the poller knows a newer one, the host from which the state comes must
    /// get that: it can be no change to the poller, and then is not among its changes.
    /// </summary>
    public void Take(in ReadState read)
    {
        DateTimeOffset now = _engine.Now;
        if (!State.TakeReport(read.Id, read.Presence, read.At < now ? read.At : now))
        {
            _newer.Add(read.Id);
        }
    }

    /// <summary>
    /// Begins to poll, or begins again after a refusal. Changes are what is learned after the first call.
    /// </summary>
    public void Open()
    {
        if (_changes is null || _sweeps is null)
        {
            _changes = State.CreateReader(Status.Version, readsSweeps: false);
            _sweeps = State.CreateReader(after: null, readsSweeps: true);
        }
        else
        {
            State.Detach(_changes);
            State.Detach(_sweeps);
        }

        State.Attach(_changes);
        State.Attach(_sweeps);
        (_news, _laterSweep) = (null, null);
        _engine.Wake();
    }

    /// <summary>Takes changes that are there, and states that another host must get, up to a number.</summary>
    /// <exception cref="PresenceException">The service refuses reads: call <see cref="Open"/> to try again.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public List<ReadState> TakeChanges(int most)
    {
        List<ReadState> changes = [.. _newer.Take(most).SelectMany(Known)];
        _newer.ExceptWith([.. _newer.Take(most)]);
        try
        {
            Collect(changes, most);
        }
        catch (PresenceException) when (changes.Count > 0)
        {
            // The reader does not return these again, so they must not be lost. The next call throws.
        }

        return changes;
    }

    private void Collect(List<ReadState> changes, int most)
    {
        while (changes.Count < most && _changes is not null
            && State.Step(_changes, _engine.Now) is { } step)
        {
            if (step.News is { } news)
            {
                Await(ref _news, news);
                break;
            }

            // No host wants to know of users who are no longer wanted.
            if (step.Change is { Kind: not PresenceChangeKind.Unwatched } change)
            {
                changes.Add(new ReadState(change.UserId, change.Current, change.ReadAt));
            }
        }
    }

    /// <summary>Returns whether a sweep has ended, or trouble has begun or ended, since the last call.</summary>
    /// <exception cref="PresenceException">As in <see cref="TakeChanges"/>.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public bool TryTakeProgress(out bool isSweep)
    {
        bool isTrouble = isSweep = false;
        while (_sweeps is not null && State.NewsFor(_sweeps) is { } news)
        {
            if (news.Later is { } later)
            {
                Await(ref _laterSweep, later);
                break;
            }

            isSweep |= news.IsSweep;
            isTrouble |= news.IsTrouble;
        }

        return isSweep || isTrouble;
    }

    /// <summary>Returns the users whom the last sweep could not read.</summary>
    public HashSet<string> UnreadUsers() => Status is { Failure: not null, LastSweepStartedAt: { } startedAt }
        ? State.UsersNotReadSince(startedAt).ToHashSet(StringComparer.OrdinalIgnoreCase)
        : [];

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private IEnumerable<ReadState> Known(string id) =>
        State.TryGet(id, _engine.Now, out WatchedPresence? known) && known.ReadAt is { } readAt
            ? [new ReadState(id, known.Presence, readAt)]
            : [];

    private void Await(ref Task? known, Task news)
    {
        if (known != news)
        {
            known = news;
            _inbox.SignalAfter(news);
        }
    }
}
