using Spectre.Console;
using Spectre.Console.Rendering;
using Spectre.Console.Testing;

namespace PresenceClient.TestSupport;

/// <summary>Makes a test's console a terminal, and draws on it.</summary>
internal static class Screens
{
    public static void BeTerminal(this TestConsole console, int width = 120, int height = 30)
    {
        console.Size(new Size(width, height)).EmitAnsiSequences();
        console.Interactive().SupportsAnsi(true).Colors(ColorSystem.TrueColor);
        console.Profile.Capabilities.AlternateBuffer = true;
    }

    /// <summary>Opens a terminal that a test can read while the program draws on it.</summary>
    public static IAnsiConsole OpenTerminal(SharedWriter writer, int width = 120, int height = 30)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.Yes,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        (console.Profile.Width, console.Profile.Height) = (width, height);
        console.Profile.Capabilities.AlternateBuffer = true;
        return console;
    }

    public static RenderOptions Options(this TestConsole console) =>
        RenderOptions.Create(console, console.Profile.Capabilities);

    /// <summary>Draws without colours.</summary>
    public static string Plain(IRenderable content, int width = 120, int height = 30)
    {
        using var console = new TestConsole();
        console.Size(new Size(width, height)).Write(content);
        return console.Output;
    }

    /// <summary>Draws with colours, as control sequences.</summary>
    public static string Coloured(IRenderable content)
    {
        using var console = new TestConsole();
        console.BeTerminal();
        console.Write(content);
        return console.Output;
    }
}
