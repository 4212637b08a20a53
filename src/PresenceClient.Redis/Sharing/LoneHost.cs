using System.Diagnostics.CodeAnalysis;

namespace PresenceClient.Redis;

/// <summary>
/// A host without Redis: until Redis is back, it reads its own users, at the interval times the last known number of
/// hosts.
/// </summary>
internal sealed class LoneHost : IAsyncDisposable
{
    private const int MostChanges = 1_000;

    private static readonly TimeSpan UntilNextTry = TimeSpan.FromSeconds(1);

    private readonly SharedHost _host;
    private readonly CancellationToken _stop;
    private readonly PresenceWatchOptions _options;
    private readonly Poller? _poller;
    private long _set = -1;
    private long _triedAt;
    private bool _isRefused;
    private long _arrivals;

    [SuppressMessage("Security", "CA5394", Justification = "It only spreads the sweeps of several hosts.")]
    public LoneHost(SharedHost host, CancellationToken stop)
    {
        (_host, _stop) = (host, stop);
        int hosts = host.Board.Status.Hosts;
        _options = Poller.OptionsFor(host.Watch, hosts);
        host.Pace.BeAlone(hosts);
        host.Outbox.DropHolds();
        if (host.Sharing.OnRedisLost == RedisLost.PollAlone)
        {
            _poller = new Poller(host, _options, _options.Interval * Random.Shared.NextDouble());
        }
    }

    /// <summary>Runs until Redis can be reached again, or the host stops.</summary>
    public async Task RunAsync()
    {
        _triedAt = _host.Client.Time.GetTimestamp();
        Begin();
        while (!_stop.IsCancellationRequested && !await IsBackAsync().ConfigureAwait(false))
        {
            // What the leader said before the loss: the list that follows has it.
            _host.Inbox.Clear();

            if (_poller is not null)
            {
                UpdateUsers(_poller);
                TakeLearned(_poller);
                Apply(_poller);
            }

            await _host.Inbox.WaitAsync(UntilNextTry).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _poller?.DisposeAsync() ?? ValueTask.CompletedTask;

    // What this host knows already is read in its turn, and what it does not know at once.
    private void Begin()
    {
        if (_poller is null)
        {
            return;
        }

        _host.Feed.SetInterval(_options.Interval);
        UpdateUsers(_poller);
        foreach ((string id, UserPresence? presence, DateTimeOffset readAt) in _host.State.KnownStates())
        {
            _poller.Take(new ReadState(id, presence, readAt));
        }

        Open(_poller);
    }

    private void Open(Poller poller)
    {
        (_isRefused, _arrivals) = (false, _host.Wants.Arrivals);
        poller.Open();
    }

    private void UpdateUsers(Poller poller)
    {
        long set = _host.State.SetVersion;
        bool isWanted = _host.Wants.IsWanted;
        long wants = isWanted ? set : -2;
        if (wants != _set)
        {
            _set = wants;
            poller.SetUsers(isWanted ? _host.State.Snapshot() : []);
            poller.Inform(_host);
        }

        if (_isRefused && _arrivals != _host.Wants.Arrivals)
        {
            Open(poller);
        }
    }

    private void TakeLearned(Poller poller)
    {
        while (_host.Outbox.TryTakeLearned(out ReadState learned))
        {
            poller.Take(learned);
        }
    }

    private void Apply(Poller poller)
    {
        if (_isRefused)
        {
            return;
        }

        try
        {
            bool hasProgress = poller.TryTakeProgress(out bool isSweep);
            while (poller.TakeChanges(MostChanges) is { Count: > 0 } changes)
            {
                changes.ForEach(read => _host.Feed.Take(read));
                _host.Feed.Announce();
            }

            if (hasProgress)
            {
                ShowProgress(poller, isSweep);
            }
        }
        catch (PresenceException refusal)
        {
            (_isRefused, _arrivals) = (true, _host.Wants.Arrivals);
            _host.Feed.SetTrouble(refusal, _host.Feed.Now);
            _host.Feed.Refuse(refusal);
        }
    }

    private void ShowProgress(Poller poller, bool isSweep)
    {
        PresenceWatchStatus status = poller.Status;
        _host.Feed.SetInterval(status.Interval);
        _host.Feed.SetTrouble(status.Failure, status.TroubleSince ?? _host.Feed.Now);
        if (isSweep)
        {
            _host.Feed.EndSweep(_host.Feed.Now - status.LastSweepDuration, status.LastSweepDuration,
                status.LastSweepUsers, poller.UnreadUsers());
        }
    }

    private async Task<bool> IsBackAsync()
    {
        if (_host.Client.Time.GetElapsedTime(_triedAt) < UntilNextTry || !_host.Link.IsConnected)
        {
            return false;
        }

        _triedAt = _host.Client.Time.GetTimestamp();
        try
        {
            await HeadReading.ReadAsync(_host).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is RedisLostException or SharedDataException)
        {
            return false;
        }
    }
}
