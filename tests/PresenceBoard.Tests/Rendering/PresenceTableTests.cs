using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class PresenceTableTests
{
    private const string Bold = "\u001b[1;";

    [Theory]
    [InlineData(PresenceAvailability.Available, "\u001b[38;5;2m● Available")]
    [InlineData(PresenceAvailability.Busy, "\u001b[38;5;9m● Busy")]
    [InlineData(PresenceAvailability.DoNotDisturb, "\u001b[38;5;1m● Do not disturb")]
    [InlineData(PresenceAvailability.Away, "\u001b[38;5;11m● Away")]
    [InlineData(PresenceAvailability.Offline, "\u001b[38;5;8m● Offline")]
    [InlineData(PresenceAvailability.OutOfOffice, "\u001b[38;5;13m● Out of office")]
    public void Create_Availability_HasItsColour(PresenceAvailability availability, string coloured) =>
        Screens.Coloured(PresenceTable.Create([Some.Row(Some.Presence(1, availability))])).Should().Contain(coloured);

    [Theory]
    [InlineData(1, true)]
    [InlineData(600, false)]
    public void Create_Change_StandsOutForAWhile(int secondsAgo, bool standsOut)
    {
        BoardRow row = Some.Row(Some.Busy(1), Some.Noon.AddSeconds(-secondsAgo));

        Screens.Coloured(PresenceTable.Create([row], Some.Noon)).Contains(Bold, StringComparison.Ordinal)
            .Should().Be(standsOut);
    }

    [Fact]
    public void Create_Now_SaysWhenItChanged()
    {
        BoardRow[] rows = [Some.Row(Some.Busy(1), Some.Noon.AddSeconds(-3)), Some.Row(Some.Busy(2))];

        string table = Screens.Plain(PresenceTable.Create(rows, Some.Noon));

        table.Should().Contain("Changed").And.Contain("3 s ago");
    }

    [Fact]
    public void Create_Once_SaysNothingOfChanges() =>
        Screens.Plain(PresenceTable.Create([Some.Row(Some.Busy(1))])).Should().NotContain("Changed");

    [Fact]
    public void Create_NarrowScreen_EveryRowStaysOneLine()
    {
        BoardRow[] rows = [.. Enumerable.Range(1, 5).Select(number =>
            Some.Row(Some.Presence(number, status: "A message that is much longer than a narrow screen is wide")))];

        string table = Screens.Plain(PresenceTable.Create(rows, Some.Noon), width: 40);

        table.TrimEnd('\n').Split('\n').Should().HaveCount(PresenceTable.ExtraLines + 5)
            .And.OnlyContain(line => line.Length <= 40);
    }

    [Fact]
    public void Create_MarkupInAName_IsText() =>
        Screens.Plain(PresenceTable.Create([Some.Row(Some.Busy(1), name: "[red]Adele[/]")]))
            .Should().Contain("[red]Adele[/]");

    [Fact]
    public void Create_PersonWithoutName_ShowsTheId()
    {
        var row = new BoardRow(new DirectoryUser { Id = Some.Id(1) }, Some.Busy(1), null);

        Screens.Plain(PresenceTable.Create([row])).Should().Contain(Some.Id(1));
    }
}
