namespace PresenceClient.Emulator.Core;

/// <summary>
/// A SplitMix64 sequence: the same for the same seed and stream on every machine and framework version, which
/// <see cref="Random"/> does not guarantee, with random access by stream. Not suitable for real secrets.
/// </summary>
internal struct SeededRandom
{
    private ulong _state;

    public SeededRandom(int seed, long stream)
    {
        _state = (uint)seed;
        _state = NextUInt64() ^ (ulong)stream;
        _state = NextUInt64();
    }

    public ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Returns a number from 0 to just below <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(NextUInt64() % (ulong)limit);

    /// <summary>Returns a number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    /// <summary>Returns a number from 0 to just below 1, from the 53 bits that a double holds.</summary>
    public double NextFraction() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(T[] values) => values[Next(values.Length)];

    /// <summary>Creates a GUID of version 4.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextUInt64());
        BitConverter.TryWriteBytes(bytes[8..], NextUInt64());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
