using System.Text;
using Spectre.Console;

namespace PresenceBoard.Tests;

/// <summary>A place for the program to run in: its output goes to texts, its input comes from one.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly SharedWriter _output = new();
    private readonly SharedWriter _error = new();

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Input { get; init; } = "";

    /// <summary>Standard input as bytes, where they are not text in UTF-8.</summary>
    public byte[]? InputBytes { get; init; }

    public Func<Target, CancellationToken, Task<Organization>> Connect { get; init; } = Organization.ConnectAsync;

    /// <summary>What was said on standard error, line by line.</summary>
    public string[] ErrorLines() => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Surroundings as in a pipe: nothing is a terminal, and no environment variable is set.</summary>
    public CliHost Redirected() => new(
        "PresenceBoard",
        Terminal.Open(_output, isRedirected: true),
        Terminal.Open(_error, isRedirected: true),
        () => new MemoryStream(InputBytes ?? Encoding.UTF8.GetBytes(Input)))
    {
        Variable = _ => null,
        Connect = Connect,
    };

    /// <summary>Surroundings with a terminal for standard output.</summary>
    public CliHost InTerminal(IAnsiConsole screen, TimeProvider time) => Redirected() with
    {
        Output = screen,
        Time = time,
        HasKeyboard = true,
    };

    /// <summary>Runs the whole program in a pipe.</summary>
    public Task<int> RunAsync(params string[] args) =>
        BoardProgram.RunAsync(args, Redirected(), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
