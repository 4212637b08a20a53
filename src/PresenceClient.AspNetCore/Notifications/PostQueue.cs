using System.Threading.Channels;

namespace PresenceClient.AspNetCore.Notifications;

/// <summary>The posts that wait for the worker: bounded in number and in bytes.</summary>
internal sealed class PostQueue(int capacity)
{
    private readonly Channel<byte[]> _posts = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    private long _bytes;

    /// <summary>Whether there is no room for the largest post.</summary>
    public bool IsFull => _posts.Reader.Count >= capacity
        || Interlocked.Read(ref _bytes) > NotificationLimits.LargestQueue - NotificationLimits.LargestBody;

    /// <summary>Adds a post; false if there is no room.</summary>
    public bool TryAdd(byte[] post)
    {
        if (Interlocked.Add(ref _bytes, post.Length) <= NotificationLimits.LargestQueue && _posts.Writer.TryWrite(post))
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -post.Length);
        return false;
    }

    /// <summary>Waits for a post, and takes it.</summary>
    public async ValueTask<byte[]> TakeAsync(CancellationToken cancellationToken)
    {
        byte[] post = await _posts.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.Add(ref _bytes, -post.Length);
        return post;
    }
}
