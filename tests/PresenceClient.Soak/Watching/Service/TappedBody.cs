using System.Buffers;

namespace PresenceClient.Soak.Watching.Service;

/// <summary>
/// A body that reports its content when it is complete, before its reader sees the end. A broken body reports nothing.
/// </summary>
internal sealed class TappedBody(Stream body, TappedBody.Ending onEnd) : Stream
{
    private readonly ArrayBufferWriter<byte> _read = new();
    private bool _isOver;

    public delegate void Ending(ReadOnlySpan<byte> whole);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int length = await body.ReadAsync(buffer, cancellationToken);
        if (length > 0)
        {
            _read.Write(buffer.Span[..length]);
        }
        else if (!_isOver)
        {
            _isOver = true;
            onEnd(_read.WrittenSpan);
        }

        return length;
    }

    public override Task<int> ReadAsync(
        byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        body.Dispose();
        base.Dispose(disposing);
    }
}
