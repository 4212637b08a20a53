using System.Buffers.Binary;
using System.Text;

namespace PresenceClient.Redis;

/// <summary>Reads what <see cref="ByteWriter"/> writes.</summary>
/// <exception cref="SharedDataException">Every method: the data ends too early, or has another format.</exception>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestNumber = 63;

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public long Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < LongestNumber; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }

        throw Damaged();
    }

    // A duration that no host can have sent is damage. It would also overflow in later arithmetic.
    public TimeSpan Duration() => Number() is var ms and <= 3_650L * 24 * 60 * 60 * 1000
        ? TimeSpan.FromMilliseconds(ms)
        : throw Damaged();

    public long Fixed() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public DateTimeOffset Moment()
    {
        (long ticks, long offset) = (Fixed(), Fixed());
        try
        {
            return new DateTimeOffset(ticks, new TimeSpan(offset));
        }
        catch (ArgumentException)
        {
            throw Damaged();
        }
    }

    public Guid Id() => new(Take(16));

    public string? Text() => Utf8(out ReadOnlySpan<byte> utf8) ? Encoding.UTF8.GetString(utf8) : null;

    /// <summary>Reads the bytes of a text; false for null.</summary>
    public bool Utf8(out ReadOnlySpan<byte> utf8)
    {
        long length = Number();
        utf8 = length > 1 ? Take(length - 1) : default;
        return length > 0;
    }

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length > _rest.Length)
        {
            throw Damaged();
        }

        ReadOnlySpan<byte> taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private static SharedDataException Damaged() => new(
        "Shared presence data in Redis is damaged or has another format. All hosts that share a key must use "
        + "compatible versions of PresenceClient.Redis. Delete the keys if no other version is running.");
}
