using System.Collections.Immutable;
using PresenceClient;

namespace PresenceBoard;

/// <summary>The presence of each person as last read. Immutable: changes make a new board.</summary>
internal sealed class Board
{
    private readonly PeopleIndex _people;
    private readonly ImmutableDictionary<string, PresenceRow> _rows;
    private readonly ImmutableHashSet<string> _missing;

    private Board(
        PeopleIndex people, ImmutableDictionary<string, PresenceRow> rows, ImmutableHashSet<string> missing) =>
        (_people, _rows, _missing) = (people, rows, missing);

    public IReadOnlyList<DirectoryUser> Users => _people.Users;

    public int People => Users.Count;

    /// <summary>How many people have no presence because the service does not return one.</summary>
    public int Missing => _missing.Count;

    /// <summary>How many people have not been read yet.</summary>
    public int NotRead => People - _rows.Count - _missing.Count;

    /// <summary>What to say where no presence at all is known; null where one is.</summary>
    public string? UnknownNote =>
        UnknownText.For([.. Rows.Select(row => row.Presence)]);

    /// <summary>The rows in the order of the people.</summary>
    public IEnumerable<PresenceRow> Rows => Users
        .Select(person => _rows.GetValueOrDefault(person.Id))
        .OfType<PresenceRow>();

    /// <summary>When the latest change of a presence was read; null if it has not changed.</summary>
    public DateTimeOffset? ChangedAt(string id) => _rows.GetValueOrDefault(id)?.ChangedAt;

    /// <summary>The name to show for a person.</summary>
    public string NameOf(string id) => StateText.Name(_people[id]);

    /// <summary>The rows of those in a state; all rows for null.</summary>
    public IEnumerable<PresenceRow> RowsIn(StateFilter? filter) =>
        filter is null ? Rows : Rows.Where(row => filter.Matches(row.Presence));

    /// <summary>A board before the first answer.</summary>
    public static Board Of(IReadOnlyList<DirectoryUser> people) => new(
        new PeopleIndex(people),
        ImmutableDictionary.Create<string, PresenceRow>(StringComparer.OrdinalIgnoreCase),
        ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>A board of one reading.</summary>
    public static Board Of(IReadOnlyList<DirectoryUser> people, PresenceReadResult result)
    {
        Board empty = Of(people);
        return new Board(
            empty._people,
            empty._rows.AddRange(result.Select(presence =>
                KeyValuePair.Create(presence.Id, new PresenceRow(empty._people[presence.Id], presence, null)))),
            empty._missing.Union(result.Missing));
    }

    /// <summary>The board after changes.</summary>
    public Board With(IReadOnlyList<PresenceChange> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var rows = _rows.ToBuilder();
        var missing = _missing.ToBuilder();
        foreach (PresenceChange change in changes)
        {
            if (change.Current is { } presence)
            {
                rows[change.UserId] = new PresenceRow(
                    _people[change.UserId], presence, ChangeText.IsNews(change) ? change.ReadAt : null);
                missing.Remove(change.UserId);
            }
            else
            {
                rows.Remove(change.UserId);
                missing.Add(change.UserId);
            }
        }

        return new Board(_people, rows.ToImmutable(), missing.ToImmutable());
    }
}
