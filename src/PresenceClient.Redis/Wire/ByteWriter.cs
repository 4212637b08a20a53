using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace PresenceClient.Redis;

/// <summary>Writes the compact format of the keys and messages.</summary>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(128);

    public int Length => _bytes.WrittenCount;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    /// <summary>Writes a number, the smaller the shorter. Negative numbers become zero.</summary>
    public void Number(long value)
    {
        ulong rest = (ulong)Math.Max(value, 0);
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((byte)(rest | 0x80));
        }

        Byte((byte)rest);
    }

    /// <summary>Writes a duration in milliseconds.</summary>
    public void Duration(TimeSpan value) => Number((long)value.TotalMilliseconds);

    /// <summary>Writes eight bytes.</summary>
    public void Fixed(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void Id(Guid id)
    {
        id.TryWriteBytes(_bytes.GetSpan(16));
        _bytes.Advance(16);
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Byte(0);
            return;
        }

        int length = Encoding.UTF8.GetByteCount(text);
        Number(length + 1L);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(Math.Max(length, 1))));
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);
}
