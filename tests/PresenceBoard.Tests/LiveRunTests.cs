using System.Text.Json;
using PresenceClient.Emulator;

namespace PresenceBoard.Tests;

/// <summary>The whole program while it follows presence, over real HTTP to an emulator.</summary>
public sealed class LiveRunTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly BoardOptions Options = new() { Interval = TimeSpan.FromMilliseconds(50) };

    // Only the screen has this clock: it is painted when the test looks at it. The client has the real clock.
    private readonly FrameClock _frames = new(DateTimeOffset.UtcNow);
    private readonly SharedWriter _screen = new();
    private readonly CancellationTokenSource _stop = new();
    private PresenceEmulator _emulator = null!;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await PresenceEmulator.StartAsync(o => o.Users = 3, Stop);
        foreach (EmulatedUser user in _emulator.Users)
        {
            user.SetTeamsClient("Available", "Available");
        }

        _host = Host(_emulator.Application);
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _host.Dispose();
        _screen.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Board_CallBegins_ShowsTheChange()
    {
        Task<int> running = RunOnScreenAsync(_host);
        await UntilAsync("3 Available", running);

        _emulator.Users[1].JoinCall();
        await UntilAsync($"{_emulator.Users[1].DisplayName}: Available → In a call", running);

        (await EndAsync(running)).Should().Be(0);
        _host.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Board_ServiceFails_ShowsTroubleThenStaleThenRecovery()
    {
        Task<int> running = RunOnScreenAsync(_host);
        await UntilAsync("3 Available", running);

        _emulator.InjectFault(EmulatorFault.Status(503));
        await UntilAsync("Reads have failed since", running);
        await UntilAsync("3 stale (dimmed)", running);
        _emulator.ClearFaults();
        await UntilAsync("Reads succeed again since", running);

        (await EndAsync(running)).Should().Be(0);
    }

    [Fact]
    public async Task Board_MissingPermission_LeavesTheScreenAndSaysWhich()
    {
        using TestHost denied = Host(_emulator.AddApplication("User.ReadBasic.All"));

        int exitCode = await RunOnScreenAsync(denied);

        exitCode.Should().Be(1);
        denied.ErrorLines().Should().ContainSingle()
            .Which.Should().Contain("Grant the application permission Presence.Read.All");
    }

    [Fact]
    public async Task Follow_CallBegins_PrintsALineForIt()
    {
        Task<int> running = BoardRun.RunAsync(
            Options with { Follow = true, Format = OutputFormat.Json },
            _host.Redirected(),
            _stop.Token);
        await UntilAsync(() => Lines().Length == 3, running);

        _emulator.Users[1].JoinCall();
        await UntilAsync(() => Lines().Length == 4, running);

        (await EndAsync(running)).Should().Be(0);
        using var line = JsonDocument.Parse(Lines()[3]);
        line.RootElement.GetProperty("id").GetString().Should().Be(_emulator.Users[1].Id);
        line.RootElement.GetProperty("previous").GetProperty("activity").GetString().Should().Be("Available");
        line.RootElement.GetProperty("current").GetProperty("activity").GetString().Should().Be("InACall");
        _host.Error.Should().BeEmpty();
    }

    private TestHost Host(EmulatedApplication app) => new() { Connect = Connections.As(_emulator, app, retries: 0) };

    private Task<int> RunOnScreenAsync(TestHost host)
    {
        CliHost terminal = host.InTerminal(Screens.OpenTerminal(_screen, width: 160), _frames);
        return BoardRun.RunAsync(Options, terminal with { HasKeyboard = false }, _stop.Token);
    }

    // The last one may not be complete yet.
    private string[] Lines() => _host.Output.Split(Environment.NewLine)[..^1];

    private async Task<int> EndAsync(Task<int> running)
    {
        await _stop.CancelAsync();
        return await running;
    }

    private Task UntilAsync(string words, Task running) => UntilAsync(
        () =>
        {
            _frames.Pass();
            return _screen.ToString().Contains(words, StringComparison.Ordinal);
        },
        running);

    private static async Task UntilAsync(Func<bool> isSo, Task running)
    {
        while (!isSo() && !running.IsCompleted)
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        isSo().Should().BeTrue();
    }
}
