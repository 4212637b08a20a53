namespace PresenceClient.Presences.Watching;

/// <summary>
/// The reader of an enumeration. The next enumeration continues with it. An enumeration that begins while another one
/// is under way gets its own reader.
/// </summary>
internal sealed class ReaderLease(WatchEngine engine, long? after, bool readsSweeps)
{
    private readonly Lock _gate = new();
    private ChangeReader? _reader;
    private bool _isTaken;

    public ChangeReader Take()
    {
        ChangeReader reader;
        lock (_gate)
        {
            bool isOwn = !_isTaken;
            reader = isOwn && _reader is not null ? _reader : engine.State.CreateReader(after, readsSweeps);
            if (isOwn)
            {
                (_reader, _isTaken) = (reader, true);
            }
        }

        engine.Attach(reader);
        return reader;
    }

    public void GiveBack(ChangeReader reader)
    {
        engine.Detach(reader);
        lock (_gate)
        {
            _isTaken &= reader != _reader;
        }
    }
}
