using Spectre.Console;

namespace PresenceBoard;

/// <summary>All that the program touches outside itself, so that a test can stand in for it.</summary>
internal sealed record BoardHost(IAnsiConsole Output, IAnsiConsole Error, TextReader Input)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Makes the connection that the arguments ask for.</summary>
    public Func<BoardOptions, CancellationToken, Task<Organization>> Connect { get; init; } = Organization.ConnectAsync;

    /// <summary>Whether a key can be read; not when the ids come through standard input.</summary>
    public bool HasKeyboard { get; init; }

    public bool CanRepaint => Terminal.CanRepaint(Output);

    public static BoardHost OfThisProcess() => new(
        Terminal.Open(Console.Out, Console.IsOutputRedirected),
        Terminal.Open(Console.Error, Console.IsErrorRedirected),
        Console.In)
    {
        HasKeyboard = !Console.IsInputRedirected,
    };

    /// <summary>Says one line on standard error, as it is: no wrapping, no markup.</summary>
    public void Say(string line) => Error.Profile.Out.Writer.WriteLine($"PresenceBoard: {SafeText.OneLine(line)}");
}
