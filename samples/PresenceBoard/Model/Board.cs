using System.Collections.Immutable;
using PresenceClient;

namespace PresenceBoard;

/// <summary>Everybody's presence as last read. It never changes: each reading makes a new board.</summary>
internal sealed class Board
{
    private readonly IReadOnlyList<DirectoryUser> _people;
    private readonly ImmutableDictionary<string, BoardRow> _rows;

    private Board(IReadOnlyList<DirectoryUser> people, ImmutableDictionary<string, BoardRow> rows) =>
        (_people, _rows) = (people, rows);

    public int People => _people.Count;

    /// <summary>How many people there is nothing to show of.</summary>
    public int Unknown => _people.Count - _rows.Count;

    /// <summary>The rows in the order of the people.</summary>
    public IEnumerable<BoardRow> Rows => _people
        .Select(person => _rows.GetValueOrDefault(person.Id))
        .OfType<BoardRow>();

    /// <summary>The rows of those in a state; all rows for null.</summary>
    public IEnumerable<BoardRow> RowsIn(StateFilter? filter) =>
        filter is null ? Rows : Rows.Where(row => filter.Matches(row.Presence));

    /// <summary>A board of which nothing has been read.</summary>
    public static Board Of(IReadOnlyList<DirectoryUser> people) =>
        new(people, ImmutableDictionary.Create<string, BoardRow>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The board after a reading. Whoever could not be read keeps the presence of before.</summary>
    public Board With(PresenceReadResult result, DateTimeOffset now)
    {
        var rows = _rows.ToBuilder();
        rows.RemoveRange(result.Missing);
        foreach (DirectoryUser person in _people)
        {
            if (result.TryGetValue(person.Id, out UserPresence? presence))
                rows[person.Id] = rows.GetValueOrDefault(person.Id)?.With(presence, now) ?? new(person, presence, null);
        }

        return new Board(_people, rows.ToImmutable());
    }
}
