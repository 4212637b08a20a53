using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>Reads users of a watch who have changed, gathered for a time.</summary>
internal sealed class UserRefresh(PresenceWatch watch, TimeSpan gather, TimeProvider time, ILogger log)
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Lock _gate = new();
    private HashSet<string> _users = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string userId)
    {
        if (gather == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        lock (_gate)
        {
            _users.Add(userId);
        }

        _wake.Writer.TryWrite(true);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _wake.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(gather, time, cancellationToken).ConfigureAwait(false);
            string[] users = Take();
            try
            {
                await watch.RefreshAsync(users, cancellationToken).ConfigureAwait(false);
            }
            catch (PresenceException e)
            {
                log.RefreshFailed(e.GetType().Name);
            }
        }
    }

    private string[] Take()
    {
        lock (_gate)
        {
            string[] users = [.. _users];
            _users = new(StringComparer.OrdinalIgnoreCase);
            return users;
        }
    }
}
