using System.Buffers;

namespace PresenceClient.Serialization;

/// <summary>
/// The body of a bulk read as a stream. It holds the ids, not their bytes: a request can be disposed while the
/// connection still sends its body, so pooled memory must be returned as soon as it is copied.
/// </summary>
internal sealed class IdListStream(ReadOnlyMemory<string> ids) : Stream
{
    // Used only if a handler reads the body in pieces, for example to log or sign the request.
    private MemoryStream? _whole;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = IdListWriter.LengthFor(ids.Length);

    public override long Position
    {
        get => _whole?.Position ?? 0;
        set => Whole.Position = value;
    }

    private MemoryStream Whole => _whole ??= new MemoryStream(ToArray());

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (_whole is not null)
        {
            await _whole.CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);
            return;
        }

        int length = (int)Length;
        byte[] body = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            IdListWriter.Write(ids.Span, body);
            await destination.WriteAsync(body.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Whole.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Whole.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Whole.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] ToArray()
    {
        byte[] body = new byte[Length];
        IdListWriter.Write(ids.Span, body);
        return body;
    }
}
