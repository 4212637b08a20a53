using System.Threading.Channels;
using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>
/// The messages of the channel, and one signal for everything that a host waits for. A full inbox drops messages: the
/// gap in their versions is noticed, as when Redis loses some.
/// </summary>
internal sealed class Inbox : IDisposable
{
    private const int Capacity = 4_096;

    private readonly Channel<byte[]> _messages = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ITimer _timer;
    private ChannelMessageQueue? _queue;
    private Task<ChannelMessageQueue>? _subscribing;

    public Inbox(TimeProvider time) => _timer = time.CreateTimer(
        static inbox => ((Inbox)inbox!).Signal(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Ends the current or the next wait.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    /// <summary>Ends a wait when a task ends.</summary>
    public void SignalAfter(Task task) => task.ContinueWith(
        static (_, inbox) => ((Inbox)inbox!).Signal(), this, CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Waits for a signal, or until a time has passed.</summary>
    public async Task WaitAsync(TimeSpan longest)
    {
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling(longest.TotalMilliseconds), 1)),
            Timeout.InfiniteTimeSpan);
        await _signal.Reader.ReadAsync().ConfigureAwait(false);
    }

    /// <summary>Takes the next message; null if there is none. Messages of unknown kinds are passed over.</summary>
    public Message? Next()
    {
        while (_messages.Reader.TryRead(out byte[]? bytes))
        {
            if (MessageCodec.Read(bytes) is { } message)
            {
                return message;
            }
        }

        return null;
    }

    /// <summary>Drops the messages that are there. They can be damaged, so they are not read.</summary>
    public void Clear()
    {
        while (_messages.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Subscribes, unless that was done. The connection subscribes again by itself after a loss.</summary>
    public async Task SubscribeAsync(RedisLink link, RedisChannel channel)
    {
        if (_queue is not null)
        {
            return;
        }

        // An earlier try whose time was over can succeed later: it is used, so that there is never a second one.
        if (_subscribing is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _subscribing = link.SubscribeAsync(channel);
        }

        Task<ChannelMessageQueue> subscribing = _subscribing;
        _queue = await link.AskAsync(_ => subscribing).ConfigureAwait(false);
        _queue.OnMessage(Take);
    }

    public async Task UnsubscribeAsync(RedisLink link)
    {
        if (_queue is { } queue)
        {
            try
            {
                await link.AskAsync(async _ =>
                {
                    await queue.UnsubscribeAsync().ConfigureAwait(false);
                    return true;
                }).ConfigureAwait(false);
            }
            catch (RedisLostException)
            {
                // The subscription ended with the connection.
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Take(ChannelMessage message)
    {
        _messages.Writer.TryWrite((byte[])message.Message!);
        Signal();
    }
}
