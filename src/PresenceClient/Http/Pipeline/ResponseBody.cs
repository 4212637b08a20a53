using System.Buffers;

namespace PresenceClient.Http;

/// <summary>The bytes of an answer in pooled memory, which goes back to the pool when this is disposed.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>650 presences are some 250 KB; nothing that the service sends comes near this bound.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstLength = 16 * 1024;

    // A few words can announce a lot: more memory than this is taken for bytes alone, not for their announcement.
    private const int MostAnnounced = 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(0, _length);

    public static async Task<ResponseBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        long expected = content.Headers.ContentLength ?? 0;
        if (expected >= MaxLength)
        {
            throw TooLong();
        }

        // One byte more than announced, so that the read that finds the end needs no larger buffer.
        int first = Math.Clamp((int)expected + 1, FirstLength, MostAnnounced);
        var body = new ResponseBody(ArrayPool<byte>.Shared.Rent(first));
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await body.FillAsync(stream, cancellationToken).ConfigureAwait(false);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        byte[] buffer = Interlocked.Exchange(ref _buffer, []);
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static InvalidDataException TooLong() =>
        new($"The answer has {MaxLength / (1024 * 1024)} MB or more, which no presence answer is.");

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            int read;
            try
            {
                read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
            {
                // What decoders throw, each in its own way, for an answer that was cut off or damaged.
                throw new IOException("The compressed answer is corrupt.", e);
            }

            if (read == 0)
            {
                return;
            }

            _length += read;
            if (_length == _buffer.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        if (_length >= MaxLength)
        {
            throw TooLong();
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(_length * 2);
        Utf8.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
