using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>Lays the live board out: a title, the counts, the people that fit, and notes below.</summary>
/// <param name="organization">Whose presences they are.</param>
/// <param name="filter">Which people to show; null for all.</param>
/// <param name="hasKeyboard">Whether keys can be pressed.</param>
internal sealed class BoardView(string organization, StateFilter? filter, bool hasKeyboard)
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Warning = new(Color.Yellow);

    private readonly Scroll _scroll = new();
    private readonly Listing _listing = new(filter);

    /// <summary>Scrolls, if the key is one that does.</summary>
    public void Press(ConsoleKey key) => _scroll.Press(key);

    public IRenderable Render(Reading latest, DateTimeOffset now, RenderOptions screen)
    {
        (Board board, string? trouble) = latest;
        _listing.Take(board);
        int count = _listing.Rows.Length;
        var header = new Rows(Title(board, count, now), _listing.Summary);
        IRenderable[] notes = [.. Notes(board, trouble)];
        int taken = Height(header, screen) + PresenceTable.ExtraLines + notes.Sum(note => Height(note, screen));
        // One line is for the keys, and where some people are left out, one for where they are.
        int room = screen.ConsoleSize.Height - taken - 1;
        _scroll.Fit(count, count > room ? room - 1 : room);
        return new Rows([header, .. Body(now, screen.ConsoleSize.Width), .. notes, Keys(trouble is not null)]);
    }

    private IEnumerable<IRenderable> Body(DateTimeOffset now, int width)
    {
        if (_listing.Rows.Length == 0 && filter is not null)
        {
            yield return new OneLine($"No one is in the state {filter.Name}.", Quiet);
            yield break;
        }

        if (!_scroll.IsNeeded)
        {
            yield return PresenceTable.CreateLive(_listing.Rows, _listing.NameWidth, width, now);
            yield break;
        }

        bool isMoved = _scroll.Top > 0;
        BoardRow[] shown = [.. _listing.LatestFirst(keepOrder: isMoved).Skip(_scroll.Top).Take(_scroll.Page)];
        yield return PresenceTable.CreateLive(shown, _listing.NameWidth, width, now);
        yield return new OneLine(
            $"{StateText.Count(_scroll.Top + 1)}–{StateText.Count(_scroll.Top + shown.Length)} "
                + $"of {StateText.Count(_listing.Rows.Length)}, {(isMoved ? "Home: " : "")}latest changes first",
            Quiet);
    }

    private static int Height(IRenderable part, RenderOptions screen) =>
        Segment.SplitLines(part.Render(screen, screen.ConsoleSize.Width), screen.ConsoleSize.Width).Count;

    private Flow Title(Board board, int shown, DateTimeOffset now)
    {
        var title = new Flow();
        title.Add((StateText.People(board.People), new Style(decoration: Decoration.Bold)));
        if (filter is not null)
        {
            title.Add(($"{StateText.Count(shown)} {filter.Name}", Style.Plain));
        }

        if (board.Unread > 0)
        {
            title.Add(($"{StateText.Count(board.Unread)} without a presence", Warning));
        }

        title.Add((StateText.Time(now), Quiet));
        title.Add((organization, Quiet));
        return title;
    }

    private static IEnumerable<IRenderable> Notes(Board board, string? trouble)
    {
        if (board.UnknownNote is { } note)
        {
            yield return new Text(note, Warning);
        }

        if (trouble is not null)
        {
            yield return new Text(SafeText.OneLine(trouble), Warning);
        }
    }

    private OneLine Keys(bool isInTrouble)
    {
        string keys = !hasKeyboard ? "Ctrl-C quits."
            : _scroll.IsNeeded ? "q quits; ↑ ↓ PgUp PgDn Home End scroll."
            : "q or Ctrl-C quits.";
        return new OneLine(isInTrouble ? $"The board keeps trying. {keys}" : keys, Quiet);
    }
}
