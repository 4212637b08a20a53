using PresenceClient;
using Spectre.Console;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

public sealed class BoardViewTests
{
    [Fact]
    public void Render_AllFit_ShowsAllInOrder()
    {
        string[] lines = Lines(Some.Board(5), height: 30);

        lines.Where(line => line.StartsWith("Person", StringComparison.Ordinal)).Select(line => line[..8])
            .Should().Equal("Person 1", "Person 2", "Person 3", "Person 4", "Person 5");
        lines.Should().NotContain(line => line.Contains("more", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    public void Render_TooMany_FillsTheScreenAndSaysHowManyMore(int height)
    {
        string[] lines = Lines(Some.Board(1_300), height);

        int shown = lines.Count(line => line.StartsWith("Person", StringComparison.Ordinal));
        lines.Should().HaveCount(height);
        lines.Should().ContainSingle(line => line.Contains($"… and {1_300 - shown:N0} more", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_TooMany_LatestChangesComeFirst()
    {
        Board board = Some.Board(100)
            .With(new PresenceReadResult([Some.Busy(70)]), Some.Noon.AddSeconds(1))
            .With(new PresenceReadResult([Some.Busy(80)]), Some.Noon.AddSeconds(3));

        string[] people =
            [.. Lines(board, height: 12).Where(line => line.StartsWith("Person", StringComparison.Ordinal))];

        people[0].Should().StartWith("Person 80 ");
        people[1].Should().StartWith("Person 70 ");
        people[2].Should().StartWith("Person 1 ");
    }

    [Fact]
    public void Render_Header_CountsEachAvailability()
    {
        Board board = Some.Board(3).With(new PresenceReadResult([Some.Busy(2)]), Some.Noon);

        string[] lines = Lines(board, height: 30);

        lines[0].Should().StartWith("3 people").And.Contain("Contoso");
        lines[1].Replace('\u00a0', ' ').Should().Contain("● 2 Available").And.Contain("● 1 Busy");
    }

    [Fact]
    public void Render_Filter_CountsAllAndShowsThose()
    {
        Board board = Some.Board(3).With(new PresenceReadResult([Some.Busy(2)]), Some.Noon);

        string shown = string.Join('\n', Lines(board, height: 30, filter: "busy"));

        shown.Should().Contain("3 people, 1 Busy").And.Contain("2\u00a0Available")
            .And.Contain("Person 2").And.NotContain("Person 1");
    }

    [Fact]
    public void Render_Missing_AreCounted()
    {
        Board board = Some.Board(3).With(new PresenceReadResult([], [Some.Id(2)]), Some.Noon);

        Lines(board, height: 30)[0].Should().Contain("3 people, 1 without a presence");
    }

    [Fact]
    public void Render_Trouble_IsBelowAndEverythingStillFits()
    {
        string trouble = string.Concat(Enumerable.Repeat("It failed. ", 20));

        string[] lines = Lines(Some.Board(100), height: 20, trouble: trouble);

        lines.Should().HaveCount(20);
        lines[^1].Should().StartWith("The board keeps trying.");
        lines[^2].Should().Contain("It failed.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Render_TinyScreen_DoesNotFail(int height) =>
        Lines(Some.Board(10), height).Should().NotBeEmpty();

    private static string[] Lines(Board board, int height, string? filter = null, string? trouble = null)
    {
        using var console = new TestConsole();
        console.Size(new Size(100, height));
        var view = new BoardView("Contoso", filter is null ? null : StateFilter.TryParse(filter));
        console.Write(view.Render(new Reading(board, trouble), Some.Noon.AddSeconds(4), console.Options()));
        return console.Output.TrimEnd('\n').Split('\n');
    }
}
