using PresenceClient.Diagnostics;
using PresenceClient.Http;
using PresenceClient.Presences.Watching;

namespace PresenceClient.Redis;

/// <summary>Passes states to the watch of this host, which does not poll by itself.</summary>
internal sealed class WatchFeed(WatchState state, ClientContext context) : IDisposable
{
    private static readonly HashSet<string> NoOne = [];

    private int _stale;

    public DateTimeOffset Now => context.Time.GetUtcNow();

    /// <summary>Takes the state of a user. A user who is not watched here is ignored.</summary>
    /// <returns>False if the watch knows a newer state.</returns>
    public bool Take(in ReadState read)
    {
        DateTimeOffset now = Now;
        return state.TakeReport(read.Id, read.Presence, read.At < now ? read.At : now);
    }

    /// <summary>Notifies the readers of sweeps of changes between sweeps.</summary>
    public void Announce() => state.Announce();

    public void SetInterval(TimeSpan interval)
    {
        if (interval > TimeSpan.Zero)
        {
            state.SetInterval(interval);
        }
    }

    /// <summary>Notes that a sweep has ended.</summary>
    /// <param name="startedAt">When it began.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="users">How many users it asked for.</param>
    /// <param name="unread">The users whom it could not read; null for none.</param>
    public void EndSweep(DateTimeOffset startedAt, TimeSpan duration, int users, IReadOnlySet<string>? unread)
    {
        state.Confirm(startedAt, unread ?? NoOne);
        state.EndSweep(startedAt, duration, users);
        SetStale(state.CountStale(Now));
    }

    /// <summary>Notes whether reads fail.</summary>
    /// <param name="failure">The failure; null if they succeed.</param>
    /// <param name="since">Since when they fail.</param>
    public void SetTrouble(PresenceException? failure, DateTimeOffset since)
    {
        if (failure is not null)
        {
            if (state.BeginTrouble(failure, since))
            {
                context.Log.WatchTrouble(ErrorType.Of(failure));
                state.Announce();
            }
        }
        else if (state.EndTrouble() is { } began)
        {
            context.Log.WatchRecovered((Now - began).TotalSeconds);
            state.Announce();
        }
    }

    /// <summary>Ends the readers, because the service refuses reads.</summary>
    public void Refuse(Exception failure) => state.EndReaders(failure);

    public void Dispose() => SetStale(0);

    private void SetStale(int stale)
    {
        WatchMetrics.StaleChanged(stale - _stale);
        _stale = stale;
    }
}
