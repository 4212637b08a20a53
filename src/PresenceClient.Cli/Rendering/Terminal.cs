using Spectre.Console;

namespace PresenceClient.Cli;

/// <summary>Opens standard output and standard error for drawing.</summary>
internal static class Terminal
{
    // Nothing is cut off in a file or a pipe.
    private const int WidthOfFile = 1_000;

    public static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Yes,
            // Enrichers switch on colours in files on some build servers.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (isRedirected)
        {
            console.Profile.Width = WidthOfFile;
        }

        return console;
    }

    /// <summary>Whether the output can be repainted: it is a terminal that understands control codes.</summary>
    public static bool CanRepaint(IAnsiConsole console) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true };
}
