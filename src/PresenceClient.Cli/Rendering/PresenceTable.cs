using Spectre.Console;

namespace PresenceClient.Cli;

/// <summary>The table of people: what each column shows, and in which colour.</summary>
internal static class PresenceTable
{
    /// <summary>How many lines a table has in addition to those of its people.</summary>
    public const int ExtraLines = 1;

    /// <summary>How long a change stands out.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromSeconds(6);

    // The last one is only for the live board.
    private static readonly TableField[] Fields =
    [
        new("Name", Least: 16, Rank: 0),
        new("Availability", Least: 16, Rank: 1),
        new("Activity", Least: 20, Rank: 2),
        new("Status message", Least: 20, Rank: 3, TakesRest: true),
        new("Location", Least: 8, Rank: 5),
        new("Changed", Least: 10, Rank: 4),
    ];

    private static readonly Style Plain = Style.Plain;
    private static readonly Style Changed = new(background: Color.Grey23, decoration: Decoration.Bold);
    private static readonly Style Stale = new(Color.Grey, decoration: Decoration.Dim);

    /// <summary>A table for a report: as wide as its texts, where the screen has room for them.</summary>
    public static Table Create(IReadOnlyList<PresenceRow> rows, int screen) =>
        TextTable.Fit(Fields[..^1], [.. rows.Select(row => Cells(row, null, isStale: false))], screen);

    /// <summary>A table for the live board: as wide as the screen, with the times of changes.</summary>
    /// <param name="rows">The people.</param>
    /// <param name="isStale">Whether the presence of a user, named by id, is stale.</param>
    /// <param name="name">The width of the longest name of all people.</param>
    /// <param name="screen">The width of the screen.</param>
    /// <param name="now">The time from which the ages of changes are counted.</param>
    public static Table CreateLive(
        IReadOnlyList<PresenceRow> rows, Func<string, bool> isStale, int name, int screen, DateTimeOffset now) =>
        TextTable.Create(
            Fields,
            [.. rows.Select(row => Cells(row, now, isStale(row.User.Id)))],
            TableLayout.Fill(Fields, name, screen));

    /// <summary>The width of the longest name.</summary>
    public static int NameWidth(IEnumerable<DirectoryUser> users) =>
        users.Select(user => new OneLine(StateText.Name(user), Plain).Width).DefaultIfEmpty().Max();

    private static OneLine[] Cells(PresenceRow row, DateTimeOffset? now, bool isStale)
    {
        TimeSpan? age = now - row.ChangedAt;
        Style style = isStale ? Stale : age < Recent ? Changed : Plain;
        PresenceAvailability availability = row.Presence.Availability;
        Style state = isStale ? Stale : new(StateStyle.Colour(availability), style.Background, style.Decoration);
        return
        [
            new(StateText.Name(row.User), style),
            new($"{StateStyle.Symbol(availability)} {StateText.Availability(row.Presence)}", state),
            new(StateText.Activity(row.Presence), style),
            new(StateText.Message(row.Presence), style),
            new(StateText.Location(row.Presence), style),
            new(age is { } known ? StateText.Age(known) : "", style),
        ];
    }
}
