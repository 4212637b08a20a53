using System.Runtime.CompilerServices;
using PresenceClient.Http;

namespace PresenceClient.Users.Holding;

/// <summary>The users of a keeper, as claims to their sessions, and its readers. Thread-safe.</summary>
/// <param name="context">The context of the client.</param>
/// <param name="sessions">The sessions of the client.</param>
/// <param name="plan">How sessions are set and renewed.</param>
/// <param name="clearTimeout">How long stopping waits.</param>
internal sealed class KeeperEngine(
    ClientContext context, HeldSessions sessions, HoldPlan plan, TimeSpan clearTimeout)
{
    private readonly Dictionary<Guid, KeptUser> _users = new(GuidComparer.Seeded);
    private readonly HashSet<Task> _unsettled = [];
    private readonly List<KeeperEvents> _readers = [];
    private Task? _stopping;

    public IReadOnlyCollection<string> Users
    {
        get
        {
            lock (sessions.Lock)
            {
                return [.. _users.Values.Select(static user => user.UserId)];
            }
        }
    }

    public void Set(string userId, PresencePair pair)
    {
        Guid id = UserId.ParseObjectId(userId, nameof(userId));
        var command = new SetSession(pair, plan.Expiry);
        lock (sessions.Lock)
        {
            ObjectDisposedException.ThrowIf(_stopping is not null, typeof(PresenceKeeper));
            context.Pipeline.ThrowIfDisposed();
            if (!_users.TryGetValue(id, out KeptUser? user))
            {
                user = new KeptUser(plan, new PresenceOwner(context, userId), userId, Notify) { IsEstablished = true };
                _users.Add(id, user);
            }

            Track(sessions.Show(user.Owner, user, command));
        }
    }

    public void Clear(string userId)
    {
        Guid id = UserId.ParseObjectId(userId, nameof(userId));
        lock (sessions.Lock)
        {
            if (_users.Remove(id, out KeptUser? user))
            {
                Track(ClearAsync(user));
            }
        }
    }

    public async Task WaitUntilSettledAsync(CancellationToken cancellationToken)
    {
        Task[] unsettled;
        lock (sessions.Lock)
        {
            unsettled = [.. _unsettled];
        }

        await Task.WhenAll(unsettled).WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public IAsyncEnumerable<PresenceKeeperEvent> ReadEventsAsync(CancellationToken cancellationToken)
    {
        var reader = new KeeperEvents();
        lock (sessions.Lock)
        {
            if (_stopping is null)
            {
                _readers.Add(reader);
            }
            else
            {
                reader.Complete();
            }
        }

        return ReadAsync(reader, cancellationToken);
    }

    /// <summary>
    /// Clears all sessions, and waits for that within the time limit, which all calls share. Does not throw.
    /// </summary>
    public Task StopAsync()
    {
        lock (sessions.Lock)
        {
            return _stopping ??= EndAsync();
        }
    }

    // The claim has ended, so only the keeper is left to report that its session could not be cleared.
    private async Task ClearAsync(KeptUser user)
    {
        try
        {
            await sessions.Release(user.Owner, user).ConfigureAwait(false);
        }
        catch (PresenceException refusal)
        {
            lock (sessions.Lock)
            {
                Notify(user, PresenceKeeperEventKind.Refused, refusal);
                sessions.NoteRefusal(refusal);
            }
        }
    }

    private async Task EndAsync()
    {
        foreach (KeptUser user in _users.Values)
        {
            // With the whole pace, so that no user stays in a call.
            Track(sessions.Release(user.Owner, user, plan with { Lane = null }));
        }

        _users.Clear();
        _readers.ForEach(static reader => reader.Complete());
        _readers.Clear();
        await Task.WhenAll(_unsettled).WaitAsync(clearTimeout, context.Time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async IAsyncEnumerable<PresenceKeeperEvent> ReadAsync(
        KeeperEvents reader,
        CancellationToken parameter,
        [EnumeratorCancellation] CancellationToken enumeration = default)
    {
        using var stop = new EitherToken(parameter, enumeration);
        try
        {
            while (true)
            {
                Task<bool> waiting = reader.WaitAsync();
                await stop.WaitAsync(waiting).ConfigureAwait(false);
                if (!await waiting.ConfigureAwait(false))
                {
                    yield break;
                }

                while (reader.TryTake(out PresenceKeeperEvent? news))
                {
                    yield return news;
                }
            }
        }
        finally
        {
            lock (sessions.Lock)
            {
                _readers.Remove(reader);
                reader.Complete();
            }
        }
    }

    // Called under the lock.
    private void Notify(KeptUser user, PresenceKeeperEventKind kind, Exception? failure)
    {
        Guid id = UserId.ParseObjectId(user.UserId);
        if (kind == PresenceKeeperEventKind.Refused && _users.GetValueOrDefault(id) == user)
        {
            _users.Remove(id);
        }

        var news = new PresenceKeeperEvent(user.UserId, kind, context.Time.GetUtcNow()) { Failure = failure };
        _readers.ForEach(reader => reader.Add(news));
    }

    private void Track(Task change)
    {
        if (!change.IsCompleted && _unsettled.Add(change))
        {
            Unobserved.Ignore(change);
            change.ContinueWith(
                Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Forget(Task change)
    {
        lock (sessions.Lock)
        {
            _unsettled.Remove(change);
        }
    }
}
