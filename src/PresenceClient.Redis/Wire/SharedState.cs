namespace PresenceClient.Redis;

/// <summary>The state of a user in a message.</summary>
/// <param name="Id">The user.</param>
/// <param name="Presence">The presence; null for a user who is missing.</param>
/// <param name="Age">The time since it was observed. The clocks of hosts differ, so no time is sent.</param>
internal readonly record struct SharedState(Guid Id, UserPresence? Presence, TimeSpan Age)
{
    public void Write(ByteWriter writer)
    {
        writer.Id(Id);
        writer.Duration(Age);
        PresenceCodec.Write(writer, Presence);
    }

    public static SharedState Read(ref ByteReader reader)
    {
        Guid id = reader.Id();
        TimeSpan age = reader.Duration();
        return new SharedState(id, PresenceCodec.Read(ref reader, id), age);
    }
}
