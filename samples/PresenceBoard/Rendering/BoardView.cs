using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>Lays the board out: a title, the counts, as many people as fit, and what there is to know below.</summary>
internal sealed class BoardView(string organization, StateFilter? filter)
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Warning = new(Color.Yellow);

    public IRenderable Render(Board board, string? trouble, DateTimeOffset now, RenderOptions screen)
    {
        BoardRow[] all = [.. board.Rows];
        BoardRow[] rows = [.. all.Where(row => filter?.Matches(row.Presence) ?? true)];
        Rows header = new(Title(board, rows.Length, now), Summary.Create(all));
        IRenderable footer = Footer(trouble);
        int room = screen.ConsoleSize.Height - PresenceTable.ExtraLines - Height(header, screen) - Height(footer, screen);
        if (rows.Length <= room)
            return new Rows(header, PresenceTable.Create(rows, now).Expand(), footer);

        int shown = Math.Max(0, room - 1);
        // When some must be left out, then those that nothing has happened to for longest.
        IEnumerable<BoardRow> latest = rows.OrderByDescending(row => row.ChangedAt).Take(shown);
        var more = new OneLine($"… and {Count(rows.Length - shown)} more; those that changed last come first.", Quiet);
        return new Rows(header, PresenceTable.Create(latest, now).Expand(), more, footer);
    }

    private static int Height(IRenderable part, RenderOptions screen) =>
        Segment.SplitLines(part.Render(screen, screen.ConsoleSize.Width)).Count;

    private Paragraph Title(Board board, int shown, DateTimeOffset now)
    {
        Paragraph title = new Paragraph().Append(Count(board.People) + " people", new Style(decoration: Decoration.Bold));
        if (filter is not null)
            title.Append($", {Count(shown)} {filter.Name}");
        if (board.Unknown > 0)
            title.Append($", {Count(board.Unknown)} not returned by the service", Warning);
        string time = now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return title.Append($"  {organization}  {time}", Quiet);
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IRenderable Footer(string? trouble) => trouble is null
        ? new OneLine("q or Ctrl-C ends.", Quiet)
        : new Rows(new Text(SafeText.OneLine(trouble), Warning), new OneLine("It goes on. q or Ctrl-C ends.", Quiet));
}
