using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <content>The states: lists, messages, and the progress of the leader.</content>
internal sealed partial class Follower
{
    private long _sweeps = -1;
    private long _sweepVersion;
    private (Term Term, long Refusals) _refusal;
    private DateTimeOffset? _sweepBegan;

    private async Task TakeMessagesAsync()
    {
        while (host.Inbox.Next() is { } message)
        {
            switch (message)
            {
                case Message.Changes changes:
                    await TakeAsync(changes).ConfigureAwait(false);
                    break;
                case Message.Progress { Head: var head } when head.Term == _term && head.Version == _version:
                    await ApplyAsync(head, TimeSpan.Zero).ConfigureAwait(false);
                    host.Feed.Announce();
                    break;
                case Message.Progress { Head: var head }:
                    ListIf(head.Term != _term || head.Version > _version);
                    break;
                case Message.Hold hold when hold.Host != host.Id:
                    host.Client.Gate.HoldBack(hold.Duration);
                    break;
                case Message.Free:
                    _isFree = true;
                    break;
            }
        }
    }

    private async Task TakeAsync(Message.Changes changes)
    {
        if (_mustList || changes.Term != _term || changes.Version > _version + 1)
        {
            _mustList = true;
            return;
        }

        if (changes.Version <= _version)
        {
            return;
        }

        if (changes.States is { } states && changes.Version > _floor)
        {
            foreach (SharedState state in states)
            {
                Take(state.Id, state.Presence, host.Feed.Now - state.Age);
            }
        }
        else
        {
            await ReadAsync(changes.Ids.Where(IsWatched)).ConfigureAwait(false);
        }

        _version = changes.Version;
        _behind = _version < _behind ? _behind : null;
        host.Feed.Announce();
    }

    // The head is read before and after: in between, another leader can have come.
    private async Task ListAsync()
    {
        while (_mustList && !stop.IsCancellationRequested)
        {
            Volatile.Write(ref _mustList, false);
            _behind = null;
            HeadReading reading = await HeadReading.ReadAsync(host).ConfigureAwait(false);
            if (reading.Head is not { } before)
            {
                return;
            }

            long began = host.Client.Time.GetTimestamp();
            (_term, _version, _floor) = (before.Term, before.Version, before.Version);
            (_sweeps, _sweepVersion) = (-1, before.Version);
            _sweepBegan = host.Feed.Now - reading.Age - before.SweepAge;
            await ReadAsync(host.State.Snapshot().Select(Guid.Parse)).ConfigureAwait(false);
            HeadReading after = await HeadReading.ReadAsync(host).ConfigureAwait(false);
            ListIf(after.Head?.Term != _term);
            if (!_mustList)
            {
                TimeSpan age = reading.Age + host.Client.Time.GetElapsedTime(began);
                await ApplyAsync(before, age).ConfigureAwait(false);
                host.Feed.Announce();
            }
        }
    }

    private async Task ReadNewUsersAsync()
    {
        await ReadAsync(host.State.UnreadUsers().Select(Guid.Parse)).ConfigureAwait(false);
        host.Feed.Announce();
    }

    // What is read can be newer than messages that are still to come, so those do not count any more.
    private Task ReadAsync(IEnumerable<Guid> ids) => StateReading.ReadAsync(host, ids, (id, stored) =>
    {
        bool isOfTerm = stored.Nonce == _term.Nonce;
        _floor = isOfTerm ? Math.Max(_floor, stored.Version) : _floor;
        bool isSinceSweep = isOfTerm && stored.Version > _sweepVersion;
        Take(id, stored.Presence, isSinceSweep ? host.Feed.Now : _sweepBegan ?? host.Feed.Now);
    });

    // The state is older than the one that this host has refreshed, or has read without Redis. The leader gets that
    // one. It answers with a newer state, or makes it the state of all hosts.
    private void Take(Guid id, UserPresence? presence, DateTimeOffset observedAt)
    {
        if (host.Feed.Take(new ReadState(id.ToString(), presence, observedAt)))
        {
            _older.Remove(id);
        }
        else if (_older.Add(id))
        {
            NoteOwn(id);
        }
    }

    private void NoteOwn(Guid id)
    {
        if (host.State.TryGet(id.ToString(), host.Feed.Now, out WatchedPresence? own) && own.ReadAt is { } readAt)
        {
            host.Outbox.NoteLearned(new ReadState(id.ToString(), own.Presence, readAt));
        }
    }

    private bool IsWatched(Guid id) => host.State.Contains(id.ToString());

    private async Task ApplyAsync(Head head, TimeSpan age)
    {
        host.Board.Confirm(head.Term.Epoch, head.Hosts, age);
        host.Pace.Follow(head.Hosts);
        if (head.Term != _term)
        {
            return;
        }

        host.Feed.SetInterval(head.Interval);
        host.Feed.SetTrouble(head.Failure, host.Feed.Now - age - head.TroubleAge);
        if (head.SweepAge is { } sweepAge && head.Sweeps != _sweeps && head.Version <= _version)
        {
            HashSet<string>? unread = head.Unread == 0 ? null : await ReadUnreadAsync().ConfigureAwait(false);
            (_sweeps, _sweepVersion) = (head.Sweeps, head.Version);
            _sweepBegan = host.Feed.Now - age - sweepAge;
            host.Feed.EndSweep(_sweepBegan.Value, head.SweepDuration, head.SweepUsers, unread);
        }

        if (head.IsRefused && _refusal != (head.Term, head.Refusals))
        {
            _refusal = (head.Term, head.Refusals);
            host.Feed.Refuse(head.Failure ?? new PresenceException("The service refuses the reads of the watch."));
        }
    }

    private async Task<HashSet<string>> ReadUnreadAsync()
    {
        RedisValue packed = await host.Link.AskAsync(
            database => database.StringGetAsync(host.Keys.Unread)).ConfigureAwait(false);
        return PackedIds.Unpack((byte[]?)packed).Select(static id => id.ToString())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
