using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace PresenceClient.TestSupport;

/// <summary>A watch that a test plays: it sends no requests, and its readers get the sweeps of the test.</summary>
internal sealed class FakeWatch : PresenceWatch
{
    private readonly Channel<PresenceSweep> _sweeps = Channel.CreateUnbounded<PresenceSweep>();
    private PresenceWatchStatus _status = new();

    /// <summary>The users whose presence is stale.</summary>
    public HashSet<string> Stale { get; } = [];

    public override PresenceWatchStatus Status => _status with { StaleUsers = Stale.Count };

    public void Sweep(params PresenceChange[] changes) =>
        _sweeps.Writer.TryWrite(new PresenceSweep { Changes = changes, Status = _status });

    /// <summary>Reads fail from now on.</summary>
    public void Fail(DateTimeOffset since, string message)
    {
        _status = new PresenceWatchStatus { TroubleSince = since, Failure = new PresenceException(message) };
        Sweep();
    }

    public void Recover()
    {
        _status = new PresenceWatchStatus();
        Sweep();
    }

    /// <summary>The readers end, with an exception if there is one.</summary>
    public void End(Exception? failure = null) => _sweeps.Writer.Complete(failure);

    public override IAsyncEnumerable<PresenceSweep> ReadSweepsAsync(
        long? after = null, CancellationToken cancellationToken = default) =>
        _sweeps.Reader.ReadAllAsync(cancellationToken);

    public override bool TryGet(string id, [NotNullWhen(true)] out WatchedPresence? known)
    {
        known = new WatchedPresence
        {
            State = Stale.Contains(id) ? WatchedPresenceState.Stale : WatchedPresenceState.Known,
        };
        return true;
    }
}
