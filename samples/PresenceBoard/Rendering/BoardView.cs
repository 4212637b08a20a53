using PresenceClient;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>Lays out the live board: a title, the counts, the people that fit, and notes below.</summary>
/// <param name="organization">Whose presences they are.</param>
/// <param name="filter">Which people to show; null for all.</param>
/// <param name="hasKeyboard">Whether keys can be pressed.</param>
internal sealed class BoardView(string organization, StateFilter? filter, bool hasKeyboard)
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Warning = new(Color.Yellow);
    private static readonly Style Good = new(Color.Green);

    // How long a recovery is shown.
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(15);

    private readonly Scroll _scroll = new();
    private readonly Listing _listing = new(filter);

    /// <summary>How many entries of the ids file lead to no one.</summary>
    public int Skipped { get; init; }

    /// <summary>Scrolls, if the key is a scroll key.</summary>
    public void Press(ConsoleKey key) => _scroll.Press(key);

    /// <summary>Draws the board.</summary>
    /// <param name="latest">The changes so far.</param>
    /// <param name="watch">The watch, for its status now.</param>
    /// <param name="now">The time now, in the time zone of the user.</param>
    /// <param name="screen">The screen.</param>
    public IRenderable Render(BoardState latest, PresenceWatch watch, DateTimeOffset now, RenderOptions screen)
    {
        Board board = latest.Board;
        PresenceWatchStatus status = watch.Status;
        _listing.Take(board);
        int count = _listing.Rows.Length;
        var header = new Rows(Title(board, count, status.StaleUsers, now), _listing.Summary);
        IRenderable[] footer = [.. Notes(latest, status, now), Changes(latest.Changes, now, screen.ConsoleSize.Width)];
        int taken = Height(header, screen) + PresenceTable.ExtraLines + footer.Sum(note => Height(note, screen));
        // One line is for the keys. If not everyone fits, another one shows the position.
        int room = screen.ConsoleSize.Height - taken - 1;
        _scroll.Fit(count, count > room ? room - 1 : room);
        return new Rows(
        [
            header,
            .. Body(board, IsStale, now, screen.ConsoleSize.Width),
            .. footer,
            Keys(status.TroubleSince is not null),
        ]);

        bool IsStale(string id) =>
            watch.TryGet(id, out WatchedPresence? known) && known.State == WatchedPresenceState.Stale;
    }

    private IEnumerable<IRenderable> Body(Board board, Func<string, bool> isStale, DateTimeOffset now, int width)
    {
        if (_listing.Rows.Length == 0 && board.NotRead > 0)
        {
            yield return new OneLine("Reading presences…", Quiet);
            yield break;
        }

        if (_listing.Rows.Length == 0 && filter is not null)
        {
            yield return new OneLine($"No one is in the state {filter.Name}.", Quiet);
            yield break;
        }

        if (!_scroll.IsNeeded)
        {
            yield return PresenceTable.CreateLive(_listing.Rows, isStale, _listing.NameWidth, width, now);
            yield break;
        }

        bool isMoved = _scroll.Top > 0;
        PresenceRow[] shown = [.. _listing.LatestFirst(keepOrder: isMoved).Skip(_scroll.Top).Take(_scroll.Page)];
        yield return PresenceTable.CreateLive(shown, isStale, _listing.NameWidth, width, now);
        yield return new OneLine(
            $"{StateText.Count(_scroll.Top + 1)}–{StateText.Count(_scroll.Top + shown.Length)} "
                + $"of {StateText.Count(_listing.Rows.Length)}, {(isMoved ? "Home: " : "")}latest changes first",
            Quiet);
    }

    private static int Height(IRenderable part, RenderOptions screen) =>
        Segment.SplitLines(part.Render(screen, screen.ConsoleSize.Width), screen.ConsoleSize.Width).Count;

    private Flow Title(Board board, int shown, int stale, DateTimeOffset now)
    {
        var title = new Flow();
        title.Add((StateText.People(board.People), new Style(decoration: Decoration.Bold)));
        if (filter is not null)
        {
            title.Add(($"{StateText.Count(shown)} {filter.Name}", Style.Plain));
        }

        if (board.NotRead > 0)
        {
            title.Add(($"{StateText.Count(board.NotRead)} not read yet", Quiet));
        }

        if (board.Missing > 0)
        {
            title.Add(($"{StateText.Count(board.Missing)} without a presence", Warning));
        }

        if (stale > 0)
        {
            title.Add(($"{StateText.Count(stale)} stale (dimmed)", Warning));
        }

        if (Skipped > 0)
        {
            string lines = Skipped == 1 ? "1 line" : $"{StateText.Count(Skipped)} lines";
            title.Add(($"{lines} of the ids file skipped (quit to read why)", Warning));
        }

        title.Add((StateText.Time(now), Quiet));
        title.Add((organization, Quiet));
        return title;
    }

    private static IEnumerable<IRenderable> Notes(BoardState latest, PresenceWatchStatus status, DateTimeOffset now)
    {
        if (latest.Board.UnknownNote is { } note)
        {
            yield return new Text(note, Warning);
        }

        if (status.TroubleSince is { } since)
        {
            string trouble = TroubleText.Began(since.ToOffset(now.Offset), status.Failure);
            yield return new Text(SafeText.OneLine(trouble), Warning);
        }
        else if (latest.Recovery is { } recovery && now - recovery.Until < Recent)
        {
            yield return new OneLine(
                TroubleText.Ended(recovery.Since.ToOffset(now.Offset), recovery.Until.ToOffset(now.Offset)), Good);
        }
    }

    // As many changes as fit one line, the newest first.
    private static OneLine Changes(IReadOnlyList<ChangeLine> changes, DateTimeOffset now, int width)
    {
        if (changes.Count == 0)
        {
            return new OneLine("No changes yet.", Quiet);
        }

        string line = Text(changes[0]);
        foreach (ChangeLine change in changes.Skip(1))
        {
            string longer = $"{line} · {Text(change)}";
            if (new OneLine(longer, Quiet).Width > width)
            {
                break;
            }

            line = longer;
        }

        return new OneLine(line, Style.Plain);

        string Text(ChangeLine change) => $"{StateText.Minute(change.At.ToOffset(now.Offset))} {change.Text}";
    }

    private OneLine Keys(bool isInTrouble)
    {
        string keys = !hasKeyboard ? "Ctrl-C quits."
            : _scroll.IsNeeded ? "q quits; ↑ ↓ PgUp PgDn Home End scroll."
            : "q or Ctrl-C quits.";
        return new OneLine(isInTrouble ? $"The board keeps trying. {keys}" : keys, Quiet);
    }
}
