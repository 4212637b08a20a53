using System.Collections.Concurrent;
using System.Text.Json;

namespace PresenceClient.Redis.Trial;

/// <summary>
/// The oracle: everything that the service has answered to the hosts. It reads the answers itself. Thread-safe.
/// </summary>
internal sealed class TenantHistory(IReadOnlyList<string> ids)
{
    private readonly Dictionary<string, int> _numbers = ids.Select(static (id, number) => (id, number))
        .ToDictionary(static pair => pair.id, static pair => pair.number, StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<(int User, string Sequence), long> _answers = new();
    private readonly (string Sequence, long Look)[] _latest = new (string, long)[ids.Count];
    private readonly Lock _lock = new();

    /// <summary>The number of changes that the service has shown.</summary>
    public int Changes { get; private set; }

    /// <summary>Notes an answer, before a host gets it.</summary>
    public void Note(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        lock (_lock)
        {
            foreach (JsonElement entry in document.RootElement.GetProperty("value").EnumerateArray())
            {
                Note(_numbers[entry.GetProperty("id").GetString()!],
                    entry.GetProperty("sequenceNumber").GetString()!, Look.Of(entry));
            }
        }
    }

    /// <summary>Whether the service has answered this.</summary>
    public bool Has(int user, string sequence, long look) =>
        _answers.TryGetValue((user, sequence), out long answered) && answered == look;

    /// <summary>What the service answered last.</summary>
    public (string Sequence, long Look) LatestOf(int user)
    {
        lock (_lock)
        {
            return _latest[user];
        }
    }

    private void Note(int user, string sequence, long look)
    {
        _answers[(user, sequence)] = look;
        (string? known, long knownLook) = _latest[user];
        if (known is null || string.CompareOrdinal(sequence, known) >= 0)
        {
            Changes += known is not null && knownLook != look ? 1 : 0;
            _latest[user] = (sequence, look);
        }
    }
}
