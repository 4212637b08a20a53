namespace PresenceClient.Tests.Support;

/// <summary>The body of an answer as a test scripts it: only half, endless, or silent.</summary>
internal sealed class ScriptedStream(Func<Memory<byte>, CancellationToken, ValueTask<int>> read) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends some bytes and then breaks the connection.</summary>
    public static ScriptedStream Breaking(byte[] first, Exception then)
    {
        bool begun = false;
        return new ScriptedStream((buffer, _) =>
        {
            if (begun)
            {
                throw then;
            }

            begun = true;
            first.CopyTo(buffer);
            return ValueTask.FromResult(first.Length);
        });
    }

    /// <summary>Sends spaces without end and reports each read to <paramref name="count"/>.</summary>
    public static ScriptedStream Endless(Action<int> count) => new((buffer, _) =>
    {
        buffer.Span.Fill((byte)' ');
        count(buffer.Length);
        return ValueTask.FromResult(buffer.Length);
    });

    /// <summary>Never sends a byte.</summary>
    public static ScriptedStream Silent(Standstill standstill) => new(async (_, cancellationToken) =>
    {
        await standstill.WaitAsync(cancellationToken);
        return 0;
    });

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        read(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
