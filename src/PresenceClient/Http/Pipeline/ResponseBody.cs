using System.Buffers;

namespace PresenceClient.Http;

/// <summary>The body of an answer in pooled memory, which is returned on disposal.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The exclusive upper bound of a body. An answer with 650 presences has about 250 KB.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstLength = 16 * 1024;

    // The most memory that is rented for an announced length. A larger body gets more when its bytes arrive.
    private const int MostAnnounced = 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(0, _length);

    /// <summary>Reads the whole body, which must be shorter than <see cref="MaxLength"/>.</summary>
    public static Task<ResponseBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        long expected = content.Headers.ContentLength ?? 0;
        if (expected >= MaxLength)
        {
            throw TooLong();
        }

        // One byte more than announced, so that the last read, which finds the end, needs no larger buffer.
        int first = Math.Clamp((int)expected + 1, FirstLength, MostAnnounced);
        return ReadAsync(content, first, MaxLength, isWhole: true, cancellationToken);
    }

    /// <summary>Reads no more than the beginning of a body.</summary>
    public static Task<ResponseBody> ReadBeginningAsync(
        HttpContent content, int length, CancellationToken cancellationToken) =>
        ReadAsync(content, FirstLength, length, isWhole: false, cancellationToken);

    public void Dispose()
    {
        byte[] buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static InvalidDataException TooLong() =>
        new($"The answer has {MaxLength / (1024 * 1024)} MB or more, which no presence answer is.");

    private static async Task<ResponseBody> ReadAsync(
        HttpContent content, int first, int most, bool isWhole, CancellationToken cancellationToken)
    {
        var body = new ResponseBody(ArrayPool<byte>.Shared.Rent(first));
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read = 1;
                while (read > 0 && body._length < most)
                {
                    read = await stream.ReadAsync(body.Free(most), cancellationToken).ConfigureAwait(false);
                    body._length += read;
                }
            }
        }
        catch (Exception e)
        {
            body.Dispose();
            if (e is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
            {
                // Thrown by .NET's decompression. It means the same as a body that is cut off.
                throw new IOException("The body cannot be decompressed.", e);
            }

            throw;
        }

        if (isWhole && body._length == most)
        {
            body.Dispose();
            throw TooLong();
        }

        return body;
    }

    // Returns free memory, within the most bytes that the body may have.
    private Memory<byte> Free(int most)
    {
        if (_length == _buffer.Length)
        {
            Grow();
        }

        return _buffer.AsMemory(_length, Math.Min(_buffer.Length, most) - _length);
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_length * 2);
        Utf8.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
