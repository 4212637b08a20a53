using Microsoft.Extensions.Time.Testing;
using PresenceClient;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

public sealed class LiveBoardTests : IDisposable
{
    private const string LeaveScreen = "\u001b[?25h\u001b[?1049l";

    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly TestConsole _screen = new();
    private readonly TestHost _host = new();

    public LiveBoardTests() => _screen.BeTerminal(width: 100, height: 20);

    public void Dispose()
    {
        _screen.Dispose();
        _host.Dispose();
    }

    [Theory]
    [InlineData('q')]
    [InlineData('Q')]
    public async Task RunAsync_Q_EndsItAndLeavesTheScreen(char key)
    {
        _screen.Input.PushCharacter('x');
        _screen.Input.PushCharacter(key);

        await RunAsync(_host.InTerminal(_screen, _time), TestContext.Current.CancellationToken);

        _screen.Output.Should().Contain("Person 1").And.EndWith(LeaveScreen);
    }

    [Fact]
    public async Task RunAsync_Key_ScrollsAtOnce()
    {
        _screen.Input.PushKey(ConsoleKey.DownArrow);
        _screen.Input.PushCharacter('q');

        await RunAsync(_host.InTerminal(_screen, _time), TestContext.Current.CancellationToken, people: 50);

        _screen.Output.Should().Contain("2–16 of 50");
    }

    [Fact]
    public async Task RunAsync_Stopped_EndsItAndLeavesTheScreen()
    {
        using var stop = new CancellationTokenSource();
        Task running = RunAsync(_host.InTerminal(_screen, _time) with { HasKeyboard = false }, stop.Token);

        await stop.CancelAsync();
        await running;

        _screen.Output.Should().EndWith(LeaveScreen);
    }

    [Fact]
    public async Task RunAsync_TimePasses_ShowsWhatWasRead()
    {
        using var stop = new CancellationTokenSource();
        Task running = RunAsync(_host.InTerminal(_screen, _time) with { HasKeyboard = false }, stop.Token);

        while (!_screen.Output.Contains("In a call", StringComparison.Ordinal))
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task RunAsync_BugInAPart_IsNotHidden()
    {
        var refresher = new Refresher(
            new Reading(Some.Board(2), null),
            _ => throw new InvalidOperationException("bug"),
            TimeSpan.FromSeconds(1),
            _time);
        var board = new LiveBoard(
            _host.InTerminal(_screen, _time) with { HasKeyboard = false },
            refresher,
            new BoardView("Contoso", null, hasKeyboard: true));
        Task running = board.RunAsync(TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(1));

        Func<Task> end = () => running;
        await end.Should().ThrowAsync<InvalidOperationException>();
        _screen.Output.Should().EndWith(LeaveScreen);
    }

    private Task RunAsync(BoardHost host, CancellationToken stop, int people = 2)
    {
        var refresher = new Refresher(
            new Reading(Some.Board(people), null),
            _ => Task.FromResult(new PresenceReadResult([Some.Busy(1), Some.Presence(2)])),
            TimeSpan.FromSeconds(2),
            _time);
        return new LiveBoard(host, refresher, new BoardView("Contoso", null, hasKeyboard: true)).RunAsync(stop);
    }
}
