using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>Lays the board out: a title, the counts, as many people as fit, and what there is to know below.</summary>
internal sealed class BoardView(string organization, StateFilter? filter)
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Warning = new(Color.Yellow);

    public IRenderable Render(Reading latest, DateTimeOffset now, RenderOptions screen)
    {
        (Board board, string? trouble) = latest;
        BoardRow[] all = [.. board.Rows];
        BoardRow[] rows = [.. board.RowsIn(filter)];
        Rows header = new(Title(board, rows.Length, now), Summary.Create(all));
        IRenderable footer = Footer(trouble);
        int taken = Height(header, screen) + PresenceTable.ExtraLines + Height(footer, screen);
        int room = screen.ConsoleSize.Height - taken;
        if (rows.Length <= room)
            return new Rows(header, PresenceTable.Create(rows, now).Expand(), footer);

        int shown = Math.Max(0, room - 1);
        // When some must be left out, then those that nothing has happened to for longest.
        IEnumerable<BoardRow> first = rows.OrderByDescending(row => row.ChangedAt).Take(shown);
        var more = new OneLine($"… and {Count(rows.Length - shown)} more; those that changed last come first.", Quiet);
        return new Rows(header, PresenceTable.Create(first, now).Expand(), more, footer);
    }

    private static int Height(IRenderable part, RenderOptions screen) =>
        Segment.SplitLines(part.Render(screen, screen.ConsoleSize.Width)).Count;

    private Paragraph Title(Board board, int shown, DateTimeOffset now)
    {
        Paragraph title = new();
        title.Append(Count(board.People) + " people", new Style(decoration: Decoration.Bold));
        if (filter is not null)
            title.Append($", {Count(shown)} {filter.Name}");
        if (board.Unknown > 0)
            title.Append($", {Count(board.Unknown)} without a presence", Warning);
        string time = now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return title.Append($"  {organization}  {time}", Quiet);
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IRenderable Footer(string? trouble) => trouble is null
        ? new OneLine("q or Ctrl-C ends.", Quiet)
        : new Rows(
            new Text(SafeText.OneLine(trouble), Warning),
            new OneLine("The board keeps trying. q or Ctrl-C ends.", Quiet));
}
