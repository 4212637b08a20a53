using Spectre.Console;

namespace PresenceClient.Cli;

/// <summary>The program's surroundings: terminal, input, clock, environment. A test replaces them.</summary>
/// <param name="Name">The name of the program, which begins its lines on standard error.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OpenInput">Opens standard input.</param>
internal sealed record CliHost(string Name, IAnsiConsole Output, IAnsiConsole Error, Func<Stream> OpenInput)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Makes the connection that the arguments ask for.</summary>
    public Func<Target, CancellationToken, Task<Organization>> Connect { get; init; } = Organization.ConnectAsync;

    /// <summary>Whether keys can be read; not when standard input is a file or a pipe.</summary>
    public bool HasKeyboard { get; init; }

    /// <summary>Whether nothing reads standard output any more.</summary>
    public Func<bool> IsOutputClosed { get; init; } = () => false;

    public bool CanRepaint => Terminal.CanRepaint(Output);

    public static CliHost OfThisProcess(string name) => new(
        name,
        Terminal.Open(Console.Out, Console.IsOutputRedirected),
        Terminal.Open(Console.Error, Console.IsErrorRedirected),
        Console.OpenStandardInput)
    {
        HasKeyboard = !Console.IsInputRedirected,
        IsOutputClosed = StandardOutput.IsClosed,
    };

    /// <summary>A time in the time zone of the user.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Time.LocalTimeZone);

    /// <summary>Writes one line to standard error as it is: no wrapping, no markup.</summary>
    public void Say(string line) => Error.Profile.Out.Writer.WriteLine($"{Name}: {SafeText.OneLine(line)}");
}
