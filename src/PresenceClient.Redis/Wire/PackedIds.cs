namespace PresenceClient.Redis;

/// <summary>Ids of users, 16 bytes each.</summary>
internal static class PackedIds
{
    public static byte[] Pack(IReadOnlyCollection<Guid> ids)
    {
        var writer = new ByteWriter();
        foreach (Guid id in ids)
        {
            writer.Id(id);
        }

        return writer.ToArray();
    }

    public static HashSet<Guid> Unpack(ReadOnlySpan<byte> bytes)
    {
        HashSet<Guid> ids = [];
        var reader = new ByteReader(bytes);
        while (!reader.IsAtEnd)
        {
            ids.Add(reader.Id());
        }

        return ids;
    }
}
