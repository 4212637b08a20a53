namespace PresenceClient.AspNetCore.Tests.Notifications;

/// <summary>A body of so many bytes, without a length, that a sender can delay.</summary>
internal sealed class EndlessBody(long length) : Stream
{
    private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sent;

    /// <summary>The pause before each byte after the first.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Completes when the first byte was sent and the next is asked for.</summary>
    public Task Reading => _reading.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Pause != TimeSpan.Zero && _sent > 0)
        {
            _reading.TrySetResult();
            await Task.Delay(Pause, cancellationToken);
        }

        int count = (int)Math.Min(Pause == TimeSpan.Zero ? buffer.Length : 1, length - _sent);
        _sent += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
