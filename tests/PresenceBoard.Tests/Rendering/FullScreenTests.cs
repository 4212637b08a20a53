using Spectre.Console;
using Spectre.Console.Testing;

namespace PresenceBoard.Tests;

public sealed class FullScreenTests : IDisposable
{
    private const string EraseAll = "\u001b[2J";
    private readonly TestConsole _console = new();

    public FullScreenTests() => _console.BeTerminal(width: 10, height: 3);

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Dispose_Screen_LeavesTheTerminalAsItWas()
    {
        new FullScreen(_console).Dispose();

        _console.Output.Should().Be("\u001b[?1049h\u001b[?25l\u001b[?25h\u001b[?1049l");
    }

    [Fact]
    public void Show_Frame_FillsTheScreenWithoutScrolling()
    {
        using var screen = new FullScreen(_console);
        int before = _console.Output.Length;

        screen.Show(_ => new Text("a\nb"));

        string frame = _console.Output[before..].Replace(EraseAll, "", StringComparison.Ordinal);
        frame.Should().Be("\u001b[Ha         \nb         \n          ");
    }

    [Fact]
    public void Show_MoreThanFits_IsCut()
    {
        using var screen = new FullScreen(_console);

        screen.Show(_ => new Text("a\nb\nc\nd"));

        _console.Output.Should().Contain("c").And.NotContain("d");
    }

    [Fact]
    public void Show_NewSize_ErasesWhatWasThere()
    {
        using var screen = new FullScreen(_console);
        screen.Show(_ => new Text("a"));
        int before = _console.Output.Length;

        screen.Show(_ => new Text("b"));
        _console.Output[before..].Should().NotContain(EraseAll);
        _console.Size(new Size(20, 5));
        screen.Show(_ => new Text("c"));

        _console.Output[before..].Should().Contain(EraseAll);
    }
}
