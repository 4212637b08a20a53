namespace PresenceClient.Redis.Trial;

/// <summary>
/// What the hosts are compared with: one host with an ordinary watch of the same users, at the same time.
/// </summary>
internal sealed class OneHost : IAsyncDisposable
{
    private readonly Counter _counter;
    private readonly PresenceServiceClient _client;
    private readonly PresenceWatch _watch;

    public OneHost(TenantServer tenant)
    {
        _counter = new Counter(tenant.CreateHandler());
        _client = new PresenceServiceClient(
            tenant.CreateCredential(), new PresenceClientOptions { HttpMessageHandler = _counter });
        _watch = _client.Presences.CreateWatch(new PresenceWatchOptions
        {
            Interval = TrialOptions.Interval,
            Polling = PresenceWatchPolling.Always,
        });
        _watch.Users.Add(tenant.Ids);
    }

    public int Requests => _counter.Count;

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        _client.Dispose();
        _counter.Dispose();
    }

    private sealed class Counter(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
