using Spectre.Console;

namespace PresenceBoard;

/// <summary>The table of people: what stands in each column, and in which colour.</summary>
internal static class PresenceTable
{
    /// <summary>How many lines a table has beside those of its people.</summary>
    public const int ExtraLines = 1;

    /// <summary>How long a change stands out.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromSeconds(6);

    private static readonly Style Heading = new(Color.Grey, decoration: Decoration.Underline);
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Changed = new(background: Color.Grey23, decoration: Decoration.Bold);

    /// <summary>A table of people; without <paramref name="now"/>, of what is and not of what has changed.</summary>
    public static Table Create(IEnumerable<BoardRow> rows, DateTimeOffset? now = null)
    {
        Table table = new Table().NoBorder();
        string[] titles = ["Name", "Availability", "Activity", "Status message", "Location"];
        foreach (string title in now is null ? titles : [.. titles, "Changed"])
            table.AddColumn(new TableColumn(new OneLine(title, Heading)).Padding(0, 0));
        foreach (BoardRow row in rows)
            table.AddRow(Cells(row, now));
        return table;
    }

    private static OneLine[] Cells(BoardRow row, DateTimeOffset? now)
    {
        TimeSpan? age = now - row.ChangedAt;
        Style style = age < Recent ? Changed : Plain;
        Style state = new(StateStyle.For(row.Presence.Availability), style.Background, style.Decoration);
        OneLine[] cells =
        [
            new(row.User.DisplayName ?? row.User.UserPrincipalName ?? row.User.Id, style),
            new($"{StateStyle.Dot} {StateText.Availability(row.Presence)}", state),
            new(StateText.Activity(row.Presence), style),
            new(StateText.Message(row.Presence), style),
            new(StateText.Location(row.Presence), style),
        ];
        return now is null ? cells : [.. cells, new(age is { } known ? StateText.Age(known) : "", style)];
    }
}
