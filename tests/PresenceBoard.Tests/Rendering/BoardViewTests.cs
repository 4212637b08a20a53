using System.Globalization;
using PresenceClient;
using Spectre.Console;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

public sealed class BoardViewTests : IDisposable
{
    private static readonly DateTimeOffset Now = Some.Noon.AddSeconds(4);

    private readonly FakeWatch _watch = new();

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void Render_AllFit_ShowsAllInOrder()
    {
        string[] lines = Lines(Some.Board(5), height: 30);

        lines.Where(line => line.StartsWith("Person", StringComparison.Ordinal)).Select(line => line[..8])
            .Should().Equal("Person 1", "Person 2", "Person 3", "Person 4", "Person 5");
        lines.Should().NotContain(line => line.Contains("of 5", StringComparison.Ordinal));
        lines[^1].Should().Be("q or Ctrl-C quits.");
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    public void Render_TooMany_FillsTheScreenAndSaysHowManyMore(int height)
    {
        string[] lines = Lines(Some.Board(1_300), height);

        int shown = lines.Count(line => line.StartsWith("Person", StringComparison.Ordinal));
        lines.Should().HaveCount(height);
        lines.Should().ContainSingle(line => line.Equals(
            $"1–{shown} of 1,300, latest changes first", StringComparison.Ordinal));
        lines[^1].Should().Contain("↑ ↓ PgUp PgDn Home End scroll");
    }

    [Fact]
    public void Render_TooMany_LatestChangesComeFirst()
    {
        Board board = Some.Board(100, seconds: 1, Some.Busy(70))
            .With([Some.Change(Some.Busy(80), Some.Noon.AddSeconds(3))]);

        string[] people =
            [.. Lines(board, height: 12).Where(line => line.StartsWith("Person", StringComparison.Ordinal))];

        people[0].Should().StartWith("Person 80 ");
        people[1].Should().StartWith("Person 70 ");
        people[2].Should().StartWith("Person 1 ");
    }

    [Fact]
    public void Render_Header_CountsEachAvailability()
    {
        Board board = Some.Board(3, seconds: 0, Some.Busy(2));

        string[] lines = Lines(board, height: 30);

        lines[0].Should().StartWith("3 people").And.Contain("Contoso");
        lines[1].Should().Be("✓ 2 Available · ● 1 Busy");
    }

    [Fact]
    public void Render_Counts_HaveThousandsMarks()
    {
        string[] lines = Lines(Some.Board(1_300), height: 20);

        lines[0].Should().StartWith("1,300 people · ");
        lines[1].Should().Be("✓ 1,300 Available");
    }

    [Fact]
    public void Render_Filter_CountsAllAndShowsThose()
    {
        Board board = Some.Board(3, seconds: 0, Some.Busy(2));

        string shown = string.Join('\n', Lines(board, height: 30, filter: "busy"));

        shown.Should().Contain("3 people · 1 Busy").And.Contain("✓ 2 Available")
            .And.Contain("Person 2").And.NotContain("Person 1");
    }

    [Fact]
    public void Render_Missing_AreCounted()
    {
        Board board = Some.Board(3).With([Some.Missing(2)]);

        Lines(board, height: 30)[0].Should().Contain("3 people · 1 without a presence");
    }

    [Fact]
    public void Render_NotReadYet_SaysSo()
    {
        var board = Board.Of([Some.Person(1), Some.Person(2)]);

        string[] lines = Lines(board, height: 30);

        lines[0].Should().Contain("2 people · 2 not read yet");
        lines.Should().Contain("Reading presences…");
    }

    [Fact]
    public void Render_Stale_AreCounted()
    {
        _watch.Stale.Add(Some.Id(2));

        Lines(Some.Board(3), height: 30)[0].Should().Contain("3 people · 1 stale (dimmed)");
    }

    [Theory]
    [InlineData(1, "1 line of the ids file skipped")]
    [InlineData(1_300, "1,300 lines of the ids file skipped")]
    public void Render_SkippedLines_AreCounted(int skipped, string words)
    {
        var view = new BoardView("Contoso", null, hasKeyboard: true) { Skipped = skipped };

        Lines(view, Some.Board(3), height: 30)[0].Should().Contain(words);
    }

    [Fact]
    public void Render_Changes_AreOnTheLineAboveTheKeysNewestFirst()
    {
        BoardState state = new BoardState(Some.Board(3), null)
            .With(Sweep(Some.Change(Some.Busy(1), Some.Noon)), Some.Noon)
            .With(Sweep(Some.Change(Some.Busy(2), Some.Noon.AddMinutes(1))), Some.Noon);

        Lines(state, height: 30)[^2].Should().Be(
            "12:01 Person 2: Available → In a call · 12:00 Person 1: Available → In a call");
    }

    [Fact]
    public void Render_MoreChangesThanFit_LeavesTheOldestOut()
    {
        PresenceChange[] changes = [.. Enumerable.Range(1, 9).Select(number => Some.Change(Some.Busy(number)))];
        BoardState state = new BoardState(Some.Board(9), null).With(Sweep(changes), Some.Noon);

        Lines(state, height: 30)[^2].Should().Be(
            "12:00 Person 9: Available → In a call · 12:00 Person 8: Available → In a call");
    }

    [Fact]
    public void Render_NoChanges_KeepsTheLineForThem() =>
        Lines(Some.Board(3), height: 30)[^2].Should().Be("No changes yet.");

    [Fact]
    public void Render_Trouble_IsBelowAndEverythingStillFits()
    {
        _watch.Fail(Some.Noon, string.Concat(Enumerable.Repeat("It failed. ", 20)));

        string[] lines = Lines(Some.Board(100), height: 20);

        lines.Should().HaveCount(20);
        lines[^1].Should().StartWith("The board keeps trying.");
        string.Join(' ', lines[^5..^2]).Should().Contain("Reads have failed since 12:00:00: It failed. ");
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(20, false)]
    public void Render_Recovery_IsShownForAWhile(int secondsAgo, bool isShown)
    {
        DateTimeOffset until = Now.AddSeconds(-secondsAgo);
        var failing = new PresenceWatchStatus { TroubleSince = until.AddMinutes(-2) };
        BoardState state = new BoardState(Some.Board(3), null)
            .With(new PresenceSweep { Status = failing }, until)
            .With(Sweep(), until);

        Lines(state, height: 30).Contains(
                $"Reads succeed again since {StateText.Time(until)}. They failed for 2 min.")
            .Should().Be(isShown);
    }

    [Fact]
    public void Render_FilterWithoutPeople_SaysSo() =>
        Lines(Some.Board(3), height: 30, filter: "busy").Should().Contain("No one is in the state Busy.");

    [Fact]
    public void Render_NothingButUnknown_SaysWhy()
    {
        Board board = Some.Board(
            2, seconds: 0, new UserPresence { Id = Some.Id(1) }, new UserPresence { Id = Some.Id(2) });

        string.Join(' ', Lines(board, height: 30)).Should().Contain("PresenceUnknown for everyone (2)");
    }

    [Fact]
    public void Render_NoKeyboard_NamesNoKeysButCtrlC()
    {
        var view = new BoardView("Contoso", null, hasKeyboard: false);

        Lines(view, Some.Board(100), height: 20)[^1].Should().Be("Ctrl-C quits.");
    }

    [Fact]
    public void Press_Keys_Scroll()
    {
        var view = new BoardView("Contoso", null, hasKeyboard: true);
        Board board = Some.Board(100);

        // Four rows fit: the screen also has a title, counts, headings, the place, the changes and the keys.
        People(view, board).Should().Equal(1, 2, 3, 4);
        People(view, board, ConsoleKey.DownArrow).Should().Equal(2, 3, 4, 5);
        People(view, board, ConsoleKey.PageDown).Should().Equal(6, 7, 8, 9);
        People(view, board, ConsoleKey.UpArrow).Should().Equal(5, 6, 7, 8);
        People(view, board, ConsoleKey.X).Should().Equal(5, 6, 7, 8);
        People(view, board, ConsoleKey.End).Should().Equal(97, 98, 99, 100);
        People(view, board, ConsoleKey.PageDown).Should().Equal(97, 98, 99, 100);
        People(view, board, ConsoleKey.PageUp).Should().Equal(93, 94, 95, 96);
        People(view, board, ConsoleKey.Home).Should().Equal(1, 2, 3, 4);
        People(view, board, ConsoleKey.UpArrow).Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public void Render_Scrolled_SaysWhere()
    {
        var view = new BoardView("Contoso", null, hasKeyboard: true);
        Board board = Some.Board(2_000);
        People(view, board);
        People(view, board, ConsoleKey.End);

        Lines(view, board, height: 10).Should().Contain("1,997–2,000 of 2,000, Home: latest changes first");
    }

    [Fact]
    public void Render_ChangesWhileScrolled_KeepTheOrderUntilHome()
    {
        var view = new BoardView("Contoso", null, hasKeyboard: true);
        Board board = Some.Board(100);
        People(view, board);
        People(view, board, ConsoleKey.DownArrow);
        Board changed = board.With([Some.Change(Some.Busy(70), Some.Noon.AddSeconds(1))]);

        People(view, changed).Should().Equal(2, 3, 4, 5);
        People(view, changed, ConsoleKey.Home).Should().Equal(70, 1, 2, 3);
        People(view, changed, ConsoleKey.DownArrow).Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public void Render_FewerPeopleThanBefore_ShowsTheLastOfThem()
    {
        var view = new BoardView("Contoso", StateFilter.TryParse("busy"), hasKeyboard: true);
        Board many = Some.Board(100, seconds: 0, [.. Enumerable.Range(1, 100).Select(Some.Busy)]);
        People(view, many);
        People(view, many, ConsoleKey.End).Should().EndWith(100);
        Board few = many.With([.. Enumerable.Range(10, 91).Select(number => Some.Change(Some.Presence(number)))]);

        People(view, few).Should().Equal(6, 7, 8, 9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Render_TinyScreen_DoesNotFail(int height) =>
        Lines(Some.Board(10), height).Should().NotBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(40)]
    public void Render_NarrowScreen_FillsItAndShowsTheKeys(int width)
    {
        using var console = new TestConsole();
        console.Size(new Size(width, 40));
        var view = new BoardView("a long name of an organization", null, hasKeyboard: true);

        console.Write(new Frame(
            view.Render(new BoardState(Some.Board(100), null), _watch, Now, console.Options()), new Size(width, 40)));

        string[] lines = console.Output.Split('\n');
        lines.Should().HaveCount(40).And.OnlyContain(line => line.Length == width);
        lines[^1].Trim().Should().Match(keys => width == 1 || keys.StartsWith("q quits", StringComparison.Ordinal));
    }

    private int[] People(BoardView view, Board board, ConsoleKey? pressed = null)
    {
        if (pressed is { } key)
        {
            view.Press(key);
        }

        return
        [
            .. Lines(view, board, height: 10).Where(line => line.StartsWith("Person", StringComparison.Ordinal))
                .Select(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)),
        ];
    }

    private string[] Lines(Board board, int height, string? filter = null) => Lines(
        new BoardView("Contoso", filter is null ? null : StateFilter.TryParse(filter), hasKeyboard: true),
        board,
        height);

    private string[] Lines(BoardView view, Board board, int height) =>
        Lines(view, new BoardState(board, null), height);

    private string[] Lines(BoardState state, int height) =>
        Lines(new BoardView("Contoso", null, hasKeyboard: true), state, height);

    private string[] Lines(BoardView view, BoardState state, int height)
    {
        using var console = new TestConsole();
        console.Size(new Size(100, height));
        console.Write(view.Render(state, _watch, Now, console.Options()));
        return [.. console.Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }

    private static PresenceSweep Sweep(params PresenceChange[] changes) => new() { Changes = changes };
}
