using PresenceClient.Soak.Emulated;

namespace PresenceClient.Soak.Watching.Tenant;

/// <summary>
/// The oracle: the states of the tenant, and the answers that the watch received. It uses only the service's answers,
/// and reads them with its own reader. Nothing in it comes from the watch. Thread-safe.
/// </summary>
internal sealed class TenantHistory
{
    private readonly Lock _lock = new();
    private readonly AnswerReader _reader;
    private readonly UserHistory[] _users;
    private readonly List<int> _news = [];

    public TenantHistory(UserNumbers numbers)
    {
        Numbers = numbers;
        _reader = new AnswerReader(numbers);
        _users = new UserHistory[numbers.Count];
        for (int user = 0; user < _users.Length; user++)
        {
            _users[user] = new UserHistory();
        }
    }

    public UserNumbers Numbers { get; }

    /// <summary>The number of changes that the tenant showed.</summary>
    public long Changes { get; private set; }

    /// <summary>The number of the current step of the clock.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Reads the history of a user under the lock.</summary>
    public T Read<T>(int user, Func<UserHistory, T> read)
    {
        lock (_lock)
        {
            return read(_users[user]);
        }
    }

    /// <summary>Notes an answer that the watch receives completely.</summary>
    public void NoteAnswer(byte[] question, ReadOnlySpan<byte> answer)
    {
        lock (_lock)
        {
            List<TenantEntry> entries = _reader.ReadAnswer(answer);
            HashSet<int> left = [.. _reader.ReadQuestion(question)];
            foreach (TenantEntry entry in entries)
            {
                left.Remove(entry.User);
                NoteTenant(in entry);
                Answer(entry.User, entry.Look, entry.Sequence);
            }

            foreach (int user in left)
            {
                Answer(user, Look.Missing, sequence: 0);
            }
        }
    }

    /// <summary>Notes the states of the tenant, from an answer that the watch did not receive.</summary>
    public void NoteTenant(ReadOnlySpan<byte> answer)
    {
        lock (_lock)
        {
            foreach (TenantEntry entry in _reader.ReadAnswer(answer))
            {
                NoteTenant(in entry);
            }
        }
    }

    /// <summary>Notes a report to the watch.</summary>
    public void NoteReport(int user, Look look, long sequence)
    {
        lock (_lock)
        {
            _users[user].NoteReport(look, sequence, Step);
            _news.Add(user);
        }
    }

    public void NoteAdded(IEnumerable<int> users)
    {
        lock (_lock)
        {
            foreach (int user in users)
            {
                _users[user].NoteAdded(Step);
            }
        }
    }

    public void NoteRemoved(IEnumerable<int> users)
    {
        lock (_lock)
        {
            foreach (int user in users)
            {
                _users[user].NoteRemoved(Step);
                _news.Add(user);
            }
        }
    }

    /// <summary>The users with news for the readers since the last call.</summary>
    public List<int> TakeNews()
    {
        lock (_lock)
        {
            List<int> news = [.. _news];
            _news.Clear();
            return news;
        }
    }

    private void NoteTenant(in TenantEntry entry) =>
        Changes += _users[entry.User].NoteTenant(entry.Look, entry.Sequence) ? 1 : 0;

    private void Answer(int user, Look look, long sequence)
    {
        if (_users[user].IsWatched && _users[user].NoteAnswer(look, sequence, Step))
        {
            _news.Add(user);
        }
    }
}
