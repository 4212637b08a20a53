using System.Text.RegularExpressions;
using Spectre.Console;

namespace PresenceClient.Tool.Tests;

public sealed class PresenceTableTests
{
    private const string Bold = "\u001b[1;";
    private const string Dim = "\u001b[2;38;5;8m";

    [Theory]
    [InlineData(PresenceAvailability.Available, "\u001b[38;5;2m✓ Available")]
    [InlineData(PresenceAvailability.Busy, "\u001b[38;5;9m● Busy")]
    [InlineData(PresenceAvailability.DoNotDisturb, "\u001b[38;5;1m⊖ Do not disturb")]
    [InlineData(PresenceAvailability.Away, "\u001b[38;5;11m◷ Away")]
    [InlineData(PresenceAvailability.Offline, "\u001b[38;5;8m○ Offline")]
    [InlineData(PresenceAvailability.OutOfOffice, "\u001b[38;5;13m→ Out of office")]
    public void Create_Availability_HasItsColour(PresenceAvailability availability, string coloured) =>
        Screens.Coloured(PresenceTable.Create([Some.Row(Some.Presence(1, availability))], 120))
            .Should().Contain(coloured);

    [Theory]
    [InlineData(1, true)]
    [InlineData(600, false)]
    public void Create_Change_StandsOutForAWhile(int secondsAgo, bool standsOut)
    {
        PresenceRow row = Some.Row(Some.Busy(1), Some.Noon.AddSeconds(-secondsAgo));

        Screens.Coloured(Live([row])).Contains(Bold, StringComparison.Ordinal)
            .Should().Be(standsOut);
    }

    [Fact]
    public void CreateLive_Stale_IsDimmedWhateverTheState()
    {
        PresenceRow[] rows = [Some.Row(Some.Busy(1), Some.Noon, "Stale"), Some.Row(Some.Busy(2), name: "Fresh")];

        string[] lines = Screens.Coloured(Live(rows, isStale: id => id == Some.Id(1))).Split('\n');

        lines[1].Should().MatchRegex($"^{Regex.Escape(Dim)}Stale +● Busy +In a call .+now +\u001b\\[0m$");
        lines[2].Should().Contain("Fresh").And.NotContain(Dim);
    }

    [Fact]
    public void Create_Now_SaysWhenItChanged()
    {
        PresenceRow[] rows = [Some.Row(Some.Busy(1), Some.Noon.AddSeconds(-3)), Some.Row(Some.Busy(2))];

        string table = Screens.Plain(Live(rows));

        table.Should().Contain("Changed").And.Contain("3 s ago");
    }

    [Fact]
    public void Create_Once_SaysNothingOfChanges() =>
        Screens.Plain(PresenceTable.Create([Some.Row(Some.Busy(1))], 120)).Should().NotContain("Changed");

    [Fact]
    public void Create_NarrowScreen_EveryRowStaysOneLine()
    {
        PresenceRow[] rows = [.. Enumerable.Range(1, 5).Select(number =>
            Some.Row(Some.Presence(number, status: "A message that is much longer than a narrow screen is wide")))];

        string table = Screens.Plain(Live(rows, screen: 40), width: 40);

        table.TrimEnd('\n').Split('\n').Should().HaveCount(PresenceTable.ExtraLines + 5)
            .And.OnlyContain(line => line.Length <= 40);
    }

    [Theory]
    [InlineData(40, "Name Availability")]
    [InlineData(60, "Name Availability Activity")]
    [InlineData(80, "Name Availability Activity Status message")]
    [InlineData(90, "Name Availability Activity Status message Changed")]
    [InlineData(120, "Name Availability Activity Status message Location Changed")]
    public void CreateLive_NarrowScreen_HasFewerColumnsAndCutsNoState(int screen, string headings)
    {
        PresenceRow row = Some.Row(Some.Presence(
            1, PresenceAvailability.DoNotDisturb, PresenceActivity.InAConferenceCall, new string('x', 200)));

        string[] lines = Screens.Plain(Live([row], screen), screen).Split('\n');

        lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal(headings.Split(' '));
        lines[1].Should().Contain("⊖ Do not disturb ").And.NotContain("Do not…");
        lines[1].Contains("In a conference call", StringComparison.Ordinal)
            .Should().Be(headings.Contains("Activity", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40, "Name Availability")]
    [InlineData(80, "Name Availability Activity Status message")]
    [InlineData(120, "Name Availability Activity Status message Location")]
    public void Create_NarrowScreen_HasFewerColumns(int screen, string headings)
    {
        PresenceRow[] rows = [Some.Row(Some.Presence(
            1, PresenceAvailability.DoNotDisturb, PresenceActivity.InAConferenceCall, new string('x', 200)))];

        string[] lines = Screens.Plain(PresenceTable.Create(rows, screen), screen).Split('\n');

        lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal(headings.Split(' '));
        lines[1].Should().Contain("⊖ Do not disturb ");
    }

    [Fact]
    public void Create_MarkupInAName_IsText() =>
        Screens.Plain(PresenceTable.Create([Some.Row(Some.Busy(1), name: "[red]Adele[/]")], 120))
            .Should().Contain("[red]Adele[/]");

    [Fact]
    public void Create_PersonWithoutName_ShowsTheId()
    {
        var row = new PresenceRow(new DirectoryUser { Id = Some.Id(1) }, Some.Busy(1), null);

        Screens.Plain(PresenceTable.Create([row], 120)).Should().Contain(Some.Id(1));
    }

    private static Table Live(PresenceRow[] rows, int screen = 120, Func<string, bool>? isStale = null) =>
        PresenceTable.CreateLive(rows, isStale ?? (_ => false), PresenceTable.NameWidth(rows.Select(row => row.User)),
            screen, Some.Noon);
}
