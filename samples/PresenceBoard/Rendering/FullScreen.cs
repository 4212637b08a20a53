using Spectre.Console;
using Spectre.Console.Rendering;

namespace PresenceBoard;

/// <summary>
/// The terminal's alternate screen, repainted in place. Once disposed, the terminal is as it was, history included.
/// (Spectre's LiveDisplay blanks every line before it writes it, and wipes the history when the window shrinks.)
/// </summary>
internal sealed class FullScreen : IDisposable
{
    private readonly IAnsiConsole _console;
    private Size _size;

    public FullScreen(IAnsiConsole console)
    {
        _console = console;
        console.WriteAnsi(terminal =>
        {
            terminal.EnterAltScreen();
            terminal.HideCursor();
        });
    }

    public void Show(Func<RenderOptions, IRenderable> draw)
    {
        var options = RenderOptions.Create(_console, _console.Profile.Capabilities);
        bool isNewSize = !options.ConsoleSize.Equals(_size);
        _size = options.ConsoleSize;
        _console.WriteAnsi(terminal =>
        {
            if (isNewSize)
            {
                terminal.EraseInDisplay(2);
            }

            terminal.CursorHome();
        });
        _console.Write(new Frame(draw(options), _size));
    }

    public void Dispose() => _console.WriteAnsi(terminal =>
    {
        terminal.ShowCursor();
        terminal.ExitAltScreen();
    });
}
