using System.Collections.Immutable;
using PresenceClient;

namespace PresenceBoard;

/// <summary>Everyone's presence as last read. Immutable: each reading makes a new board.</summary>
internal sealed class Board
{
    private readonly IReadOnlyList<DirectoryUser> _people;
    private readonly ImmutableDictionary<string, BoardRow> _rows;

    private Board(IReadOnlyList<DirectoryUser> people, ImmutableDictionary<string, BoardRow> rows) =>
        (_people, _rows) = (people, rows);

    public IReadOnlyList<DirectoryUser> Users => _people;

    public int People => _people.Count;

    /// <summary>How many people have no presence to show.</summary>
    public int Unread => _people.Count - _rows.Count;

    /// <summary>What to say where no presence at all is known; null where one is.</summary>
    public string? UnknownNote =>
        _rows.Count > 0 && Rows.All(row => row.Presence.Availability == PresenceAvailability.PresenceUnknown)
            ? "No presence is known: the service answered PresenceUnknown for everyone "
                + $"({StateText.Count(_rows.Count)}). "
                + "Usual causes: the tenant does not have these ids, or has no mailboxes in the cloud. "
                + "Check the ids and the tenant."
            : null;

    /// <summary>The rows in the order of the people.</summary>
    public IEnumerable<BoardRow> Rows => _people
        .Select(person => _rows.GetValueOrDefault(person.Id))
        .OfType<BoardRow>();

    /// <summary>When the presence was first seen to differ from the one before; null if it never did.</summary>
    public DateTimeOffset? ChangedAt(string id) => _rows.GetValueOrDefault(id)?.ChangedAt;

    /// <summary>The rows of those in a state; all rows for null.</summary>
    public IEnumerable<BoardRow> RowsIn(StateFilter? filter) =>
        filter is null ? Rows : Rows.Where(row => filter.Matches(row.Presence));

    /// <summary>A board before the first reading.</summary>
    public static Board Of(IReadOnlyList<DirectoryUser> people) =>
        new(people, ImmutableDictionary.Create<string, BoardRow>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The board after a reading. A presence that could not be read stays as it was.</summary>
    public Board With(PresenceReadResult result, DateTimeOffset now)
    {
        var rows = _rows.ToBuilder();
        rows.RemoveRange(result.Missing);
        foreach (DirectoryUser person in _people)
        {
            if (result.TryGetValue(person.Id, out UserPresence? presence))
            {
                rows[person.Id] = rows.GetValueOrDefault(person.Id)?.With(presence, now) ?? new(person, presence, null);
            }
        }

        return new Board(_people, rows.ToImmutable());
    }
}
