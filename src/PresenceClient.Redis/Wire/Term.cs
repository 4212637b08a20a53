namespace PresenceClient.Redis;

/// <summary>The time in which one host leads.</summary>
/// <param name="Epoch">Its number, which people see.</param>
/// <param name="Nonce">A random number: when Redis was emptied, an epoch can occur again.</param>
internal readonly record struct Term(long Epoch, long Nonce)
{
    public void Write(ByteWriter writer)
    {
        writer.Number(Epoch);
        writer.Fixed(Nonce);
    }

    public static Term Read(ref ByteReader reader) => new(reader.Number(), reader.Fixed());
}
