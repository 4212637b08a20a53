namespace PresenceClient.Redis;

/// <summary>The state of a user in the hash <c>:state</c>.</summary>
/// <param name="Nonce">The term of the leader that wrote it.</param>
/// <param name="Version">The version with which it was written.</param>
/// <param name="Presence">The presence; null for a user who is missing.</param>
internal readonly record struct StoredState(long Nonce, long Version, UserPresence? Presence)
{
    private const byte Format = 1;

    public byte[] ToBytes()
    {
        var writer = new ByteWriter();
        writer.Byte(Format);
        writer.Fixed(Nonce);
        writer.Number(Version);
        PresenceCodec.Write(writer, Presence);
        return writer.ToArray();
    }

    public static StoredState Read(ReadOnlySpan<byte> bytes, Guid id)
    {
        var reader = new ByteReader(bytes);
        return reader.Byte() == Format
            ? new StoredState(reader.Fixed(), reader.Number(), PresenceCodec.Read(ref reader, id))
            : throw new SharedDataException($"The shared state of a user has a format other than {Format}");
    }
}
