using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace PresenceClient.Users.Holding;

/// <summary>
/// The events of a keeper for one reader. Only the latest event of a user is kept: a slow reader costs memory for each
/// user, not for each event. Thread-safe.
/// </summary>
internal sealed class KeeperEvents
{
    private readonly Lock _lock = new();
    private readonly Channel<string> _order = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, PresenceKeeperEvent> _latest = new(StringComparer.OrdinalIgnoreCase);

    public void Add(PresenceKeeperEvent news)
    {
        lock (_lock)
        {
            bool isWaiting = _latest.ContainsKey(news.UserId);
            _latest[news.UserId] = news;
            if (!isWaiting)
            {
                _order.Writer.TryWrite(news.UserId);
            }
        }
    }

    public void Complete() => _order.Writer.TryComplete();

    /// <summary>Ends when there is an event (true), or will never be one again (false).</summary>
    public Task<bool> WaitAsync() => _order.Reader.WaitToReadAsync().AsTask();

    public bool TryTake([NotNullWhen(true)] out PresenceKeeperEvent? news)
    {
        lock (_lock)
        {
            news = null;
            return _order.Reader.TryRead(out string? userId) && _latest.Remove(userId, out news);
        }
    }
}
