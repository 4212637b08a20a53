namespace PresenceClient.Redis;

/// <summary>
/// The host that leads: it polls the users of all hosts, writes their states to Redis, and announces changes. Each
/// write is a transaction on the condition that the lease has this leader's token. <c>readme.md</c> lists the
/// invariants.
/// </summary>
internal sealed partial class Leader : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly SharedHost _host;
    private readonly CancellationToken _stop;
    private readonly Poller _poller;
    private readonly HostTable _hosts;
    private HashSet<Guid> _users = [];
    private long _arrivals;
    private bool _mustReadHosts;

    public Leader(SharedHost host, CancellationToken stop)
    {
        (_host, _stop) = (host, stop);
        _hosts = new HostTable(host);
        _poller = new Poller(host, Poller.OptionsFor(host.Watch, hosts: 1), firstSweep: TimeSpan.Zero);
        _head = new Head { Term = default, Interval = host.Watch.Interval };
    }

    /// <summary>Leads until the lease is lost, or the host stops.</summary>
    /// <returns>Whether the lease was lost.</returns>
    /// <exception cref="RedisLostException">Redis is lost.</exception>
    public async Task<bool> RunAsync()
    {
        if (!await BeginAsync().ConfigureAwait(false))
        {
            return true;
        }

        while (!_stop.IsCancellationRequested)
        {
            if (_host.Lease.UntilRenewal == TimeSpan.Zero && !await RenewAsync().ConfigureAwait(false))
            {
                return true;
            }

            TakeMessages();
            await _host.Outbox.PublishHoldsAsync().ConfigureAwait(false);
            TakeLearned();
            bool isLeader = await UpdateUsersAsync().ConfigureAwait(false)
                && await PassOnAsync().ConfigureAwait(false);
            if (!isLeader || !_host.Lease.IsHeld)
            {
                return true;
            }

            TimeSpan left = _host.Lease.UntilRenewal;
            await _host.Inbox.WaitAsync(left < LongestWait ? left : LongestWait).ConfigureAwait(false);
        }

        return false;
    }

    public ValueTask DisposeAsync() => _poller.DisposeAsync();

    private void TakeMessages()
    {
        while (_host.Inbox.Next() is { } message)
        {
            switch (message)
            {
                case Message.Want want when want.Host != _host.Id:
                    _mustReadHosts = true;
                    break;
                case Message.Hold hold when hold.Host != _host.Id:
                    _host.Client.Gate.HoldBack(hold.Duration);
                    break;
                case Message.Report report when report.Host != _host.Id:
                    _poller.Take(new ReadState(report.State.Id.ToString(), report.State.Presence,
                        _host.Feed.Now - report.State.Age));
                    break;
            }
        }
    }

    private void TakeLearned()
    {
        while (_host.Outbox.TryTakeLearned(out ReadState learned))
        {
            _poller.Take(learned);
        }
    }

    // False if the lease is lost. What a renewal is for is done with it, too: hosts that are gone, and keys' lives.
    private async Task<bool> RenewAsync()
    {
        if (!await _host.Lease.TryExtendAsync().ConfigureAwait(false))
        {
            return false;
        }

        _mustReadHosts = true;
        await _host.Wants.RefreshAsync().ConfigureAwait(false);
        bool isComplete = _stored.Count == 0 || await _host.Link.AskAsync(
            database => database.KeyExistsAsync(_host.Keys.State)).ConfigureAwait(false);
        return isComplete && await WriteHeadAsync().ConfigureAwait(false);
    }

    // False if the lease is lost.
    private async Task<bool> UpdateUsersAsync()
    {
        bool hasChanged = _host.Wants.HaveChanged;
        if (hasChanged)
        {
            await _host.Wants.PublishAsync().ConfigureAwait(false);
        }

        if (_mustReadHosts)
        {
            _mustReadHosts = false;
            int hosts = _hosts.Count;
            hasChanged |= await _hosts.ReadAsync().ConfigureAwait(false);
            if (hosts != _hosts.Count)
            {
                Confirm();
                hasChanged = true;
            }
        }

        return !hasChanged || await SetUsersAsync().ConfigureAwait(false);
    }

    private async Task<bool> SetUsersAsync()
    {
        HashSet<Guid> wanted = _hosts.Union();
        Guid[] unwanted = [.. _users.Where(id => !wanted.Contains(id))];
        _users = wanted;
        _poller.SetUsers([.. wanted.Select(static id => id.ToString())]);
        if (_isRefused && _arrivals != TotalArrivals)
        {
            Open();
        }

        _poller.Inform(_host);
        return await RemoveAsync(unwanted).ConfigureAwait(false) && await WriteHeadAsync().ConfigureAwait(false);
    }

    private long TotalArrivals => _hosts.Arrivals + _host.Wants.Arrivals;

    private void Open()
    {
        (_isRefused, _arrivals) = (false, TotalArrivals);
        _poller.Open();
    }

    private void Confirm()
    {
        _host.Board.Confirm(_head.Term.Epoch, _hosts.Count, TimeSpan.Zero);
        _host.Pace.Lead(_hosts.Count);
    }
}
