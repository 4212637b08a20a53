using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class OnceBoardTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Show_All_IsSuccess()
    {
        int exitCode = Show(new PresenceReadResult([Some.Presence(1), Some.Presence(2), Some.Presence(3)]));

        exitCode.Should().Be(0);
        _host.Output.Should().Contain("Person 1").And.Contain("Person 3");
        _host.Error.Should().BeEmpty();
    }

    [Fact]
    public void Show_Incomplete_PrintsTheRestAndFails()
    {
        int exitCode = Show(new PresenceReadResult([Some.Presence(1)], failures: [Some.Failure(2), Some.Failure(3)]));

        exitCode.Should().Be(1);
        _host.Output.Should().Contain("Person 1").And.NotContain("Person 2");
        _host.ErrorLines().Should().Equal(
            "PresenceBoard: 2 of 3 presences could not be read: The service is down.");
    }

    [Fact]
    public void Show_Missing_NamesTheIds()
    {
        int exitCode = Show(new PresenceReadResult([Some.Presence(1)], [Some.Id(2), Some.Id(3)]));

        exitCode.Should().Be(0);
        _host.ErrorLines().Should().Equal(
            $"PresenceBoard: The service returned no presence for 2: {Some.Id(2)}, {Some.Id(3)}");
    }

    [Fact]
    public void Show_Filter_LeavesTheOthersOut()
    {
        Show(
            new PresenceReadResult([Some.Busy(1), Some.Presence(2), Some.Presence(3)]),
            new BoardOptions { Once = true, Filter = StateFilter.TryParse("busy") });

        _host.Output.Should().Contain("Person 1").And.NotContain("Person 2");
        _host.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData(OutputFormat.Table)]
    [InlineData(OutputFormat.Csv)]
    [InlineData(OutputFormat.Json)]
    public void Show_FilterWithoutPeople_SaysSo(object format)
    {
        int exitCode = Show(
            new PresenceReadResult([Some.Presence(1), Some.Presence(2), Some.Presence(3)]),
            new BoardOptions { Once = true, Format = (OutputFormat)format, Filter = StateFilter.TryParse("busy") });

        exitCode.Should().Be(0);
        _host.ErrorLines().Should().Equal("PresenceBoard: --filter Busy: 3 people, none in this state.");
    }

    [Fact]
    public void Show_NothingButUnknown_SaysWhyInOneLine()
    {
        int exitCode = Show(new PresenceReadResult([new UserPresence { Id = Some.Id(1) }], [Some.Id(2), Some.Id(3)]));

        exitCode.Should().Be(0);
        _host.ErrorLines().Should().HaveCount(2).And.ContainSingle(line =>
            line.StartsWith("PresenceBoard: No presence is known: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_OneOfThemUnknown_SaysNothing()
    {
        Show(new PresenceReadResult([new UserPresence { Id = Some.Id(1) }, Some.Presence(2), Some.Presence(3)]));

        _host.Error.Should().BeEmpty();
    }

    [Fact]
    public void Show_LongStatusMessage_IsNotCutInAFile()
    {
        string message = new string('x', 280);

        Show(new PresenceReadResult([Some.Presence(1, status: message)]));

        _host.Output.Should().Contain(message);
    }

    [Fact]
    public void Show_ControlCodesInAMessage_DoNotReachTheFile()
    {
        Show(new PresenceReadResult([Some.Presence(1, status: "\u001b[31mred\nand more")]));

        _host.Output.Should().NotContain("\u001b").And.Contain("red and more");
    }

    private int Show(PresenceReadResult result, BoardOptions? options = null)
    {
        var board = Board.Of([Some.Person(1), Some.Person(2), Some.Person(3)], result);
        return OnceBoard.Show(board, result, options ?? new BoardOptions { Once = true }, _host.Redirected());
    }
}
