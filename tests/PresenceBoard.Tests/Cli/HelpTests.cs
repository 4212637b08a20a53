using Spectre.Console;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_InAPipe_WrapsAtAHundredColumns()
    {
        using var host = new TestHost();

        await host.RunAsync("--help");

        Widest(host.Output).Should().BeInRange(90, 100);
    }

    [Fact]
    public async Task Help_Introduction_KeepsItsLines()
    {
        using var host = new TestHost();

        await host.RunAsync("--help");

        host.Output.Split(Environment.NewLine).Select(line => line.Trim())
            .Should().Contain(HelpText.Program.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
    }

    [Theory]
    [InlineData(200, 100)]
    [InlineData(60, 60)]
    public async Task Help_InATerminal_WrapsAtItsWidth(int width, int widest)
    {
        using var host = new TestHost();
        using var screen = new TestConsole();
        screen.Size(new Size(width, 50));

        await BoardProgram.RunAsync(
            ["--help"], host.InTerminal(screen, TimeProvider.System), TestContext.Current.CancellationToken);

        Widest(screen.Output).Should().BeLessThanOrEqualTo(widest);
    }

    private static int Widest(string text) => text.ReplaceLineEndings("\n").Split('\n').Max(line => line.Length);
}
