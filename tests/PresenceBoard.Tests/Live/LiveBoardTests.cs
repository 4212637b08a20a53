using PresenceClient;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

public sealed class LiveBoardTests : IDisposable
{
    private const string LeaveScreen = "\u001b[?25h\u001b[?1049l";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly FrameClock _time = new(Some.Noon);
    private readonly TestConsole _screen = new();
    private readonly SharedWriter _shared = new();
    private readonly TestHost _host = new();
    private readonly FakeWatch _watch = new();

    public LiveBoardTests() => _screen.BeTerminal(width: 100, height: 20);

    public void Dispose()
    {
        _screen.Dispose();
        _shared.Dispose();
        _host.Dispose();
        _watch.Dispose();
    }

    [Theory]
    [InlineData('q')]
    [InlineData('Q')]
    public async Task RunAsync_Q_EndsItAndLeavesTheScreen(char key)
    {
        _screen.Input.PushCharacter('x');
        _screen.Input.PushCharacter(key);

        await RunAsync(_host.InTerminal(_screen, _time), Stop);

        _screen.Output.Should().Contain("Person 1").And.EndWith(LeaveScreen);
    }

    [Fact]
    public async Task RunAsync_Key_ScrollsAtOnce()
    {
        _screen.Input.PushKey(ConsoleKey.DownArrow);
        _screen.Input.PushCharacter('q');

        await RunAsync(_host.InTerminal(_screen, _time), Stop, people: 50);

        _screen.Output.Should().Contain("2–15 of 50");
    }

    [Fact]
    public async Task RunAsync_Stopped_EndsItAndLeavesTheScreen()
    {
        using var stop = new CancellationTokenSource();
        Task running = RunAsync(WithoutKeyboard, stop.Token);

        await stop.CancelAsync();
        await running;

        _shared.ToString().Should().EndWith(LeaveScreen);
    }

    [Fact]
    public async Task RunAsync_Change_IsInItsRowAndAtTheBottom()
    {
        using var stop = new CancellationTokenSource();
        Task running = RunAsync(WithoutKeyboard, stop.Token);

        _watch.Sweep(Some.Change(Some.Busy(1), Some.Noon));
        await UntilAsync("12:00 Person 1: Available → In a call", running);

        _shared.ToString().Should().Contain("● Busy");
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task RunAsync_TroubleAndRecovery_AreShown()
    {
        using var stop = new CancellationTokenSource();
        Task running = RunAsync(WithoutKeyboard, stop.Token);

        _watch.Fail(Some.Noon, "The service is down.");
        await UntilAsync("Reads have failed since 12:00:00: The service is down.", running);
        _watch.Recover();
        await UntilAsync("Reads succeed again since 12:0", running);

        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task RunAsync_WatchRefused_LeavesTheScreenAndThrows()
    {
        _watch.End(new PresenceAccessDeniedException("Access denied."));

        Func<Task> run = () => RunAsync(WithoutKeyboard, Stop);

        await run.Should().ThrowAsync<PresenceAccessDeniedException>();
        _shared.ToString().Should().EndWith(LeaveScreen);
    }

    private CliHost WithoutKeyboard =>
        _host.InTerminal(Screens.OpenTerminal(_shared, width: 100, height: 20), _time) with { HasKeyboard = false };

    private async Task UntilAsync(string words, Task running)
    {
        while (!_shared.ToString().Contains(words, StringComparison.Ordinal) && !running.IsCompleted)
        {
            _time.Pass();
            await Task.Yield();
        }

        _shared.ToString().Should().Contain(words);
    }

    private Task RunAsync(CliHost host, CancellationToken stop, int people = 2) =>
        new LiveBoard(
            host,
            _watch,
            new BoardState(Some.Board(people), null),
            new BoardView("Contoso", null, hasKeyboard: true)).RunAsync(stop);
}
