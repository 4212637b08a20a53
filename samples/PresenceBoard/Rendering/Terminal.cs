using Spectre.Console;

namespace PresenceBoard;

/// <summary>Opens standard output and standard error for drawing.</summary>
internal static class Terminal
{
    // In a file or a pipe nothing shall be cut off, so there lines are as long as they are.
    private const int WidthOfFile = 1_000;

    public static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Yes,
            // They would switch colours on in files on some build servers.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (isRedirected)
            console.Profile.Width = WidthOfFile;
        return console;
    }

    /// <summary>Whether what is drawn can be drawn over: a terminal that understands control codes.</summary>
    public static bool CanRepaint(IAnsiConsole console) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true };
}
