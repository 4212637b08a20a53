namespace PresenceClient.Redis;

/// <summary>Messages as bytes.</summary>
internal static class MessageCodec
{
    private enum Kind : byte
    {
        States = 1,
        Ids,
        Progress,
        Hold,
        Want,
        Report,
        Free,
    }

    /// <summary>A message about states that the leader writes: with them, if they fit.</summary>
    public static byte[] Changes(Term term, long version, IReadOnlyList<SharedState> states)
    {
        ByteWriter writer = Begin(Kind.States, term, version);
        foreach (SharedState state in states)
        {
            state.Write(writer);
            if (writer.Length > Message.MostBytes)
            {
                return Ids(term, version, states);
            }
        }

        return writer.ToArray();
    }

    public static byte[] Progress(Head head)
    {
        ByteWriter writer = Begin(Kind.Progress);
        head.Write(writer);
        return writer.ToArray();
    }

    public static byte[] Hold(Guid host, TimeSpan duration)
    {
        ByteWriter writer = Begin(Kind.Hold);
        writer.Id(host);
        writer.Duration(duration);
        return writer.ToArray();
    }

    public static byte[] Want(Guid host)
    {
        ByteWriter writer = Begin(Kind.Want);
        writer.Id(host);
        return writer.ToArray();
    }

    public static byte[] Report(Guid host, in SharedState state)
    {
        ByteWriter writer = Begin(Kind.Report);
        writer.Id(host);
        state.Write(writer);
        return writer.ToArray();
    }

    public static byte[] Free() => Begin(Kind.Free).ToArray();

    /// <summary>Reads a message; null for one of a kind that this version does not know.</summary>
    public static Message? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        switch ((Kind)reader.Byte())
        {
            case Kind.States:
                return ReadStates(ref reader);
            case Kind.Ids:
                return new Message.Changes(Term.Read(ref reader), reader.Number(), ReadIds(ref reader), States: null);
            case Kind.Progress:
                return new Message.Progress(Head.Read(ref reader));
            case Kind.Hold:
                return new Message.Hold(reader.Id(), reader.Duration());
            case Kind.Want:
                return new Message.Want(reader.Id());
            case Kind.Report:
                return new Message.Report(reader.Id(), SharedState.Read(ref reader));
            case Kind.Free:
                return new Message.Free();
            default:
                return null;
        }
    }

    private static ByteWriter Begin(Kind kind)
    {
        var writer = new ByteWriter();
        writer.Byte((byte)kind);
        return writer;
    }

    private static ByteWriter Begin(Kind kind, Term term, long version)
    {
        ByteWriter writer = Begin(kind);
        term.Write(writer);
        writer.Number(version);
        return writer;
    }

    private static byte[] Ids(Term term, long version, IReadOnlyList<SharedState> states)
    {
        ByteWriter writer = Begin(Kind.Ids, term, version);
        foreach (SharedState state in states)
        {
            writer.Id(state.Id);
        }

        return writer.ToArray();
    }

    private static Message.Changes ReadStates(ref ByteReader reader)
    {
        (Term term, long version) = (Term.Read(ref reader), reader.Number());
        List<SharedState> states = [];
        while (!reader.IsAtEnd)
        {
            states.Add(SharedState.Read(ref reader));
        }

        return new Message.Changes(term, version, [.. states.Select(static state => state.Id)], states);
    }

    private static List<Guid> ReadIds(ref ByteReader reader)
    {
        List<Guid> ids = [];
        while (!reader.IsAtEnd)
        {
            ids.Add(reader.Id());
        }

        return ids;
    }
}
