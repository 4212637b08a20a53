using System.Text;
using Spectre.Console;

namespace PresenceClient.TestSupport;

/// <summary>A place for a program to run in: its output goes to texts, its input comes from one.</summary>
/// <param name="name">The name of the program.</param>
/// <param name="run">Runs the program.</param>
internal abstract class ProgramHost(string name, Func<string[], CliHost, CancellationToken, Task<int>> run)
    : IDisposable
{
    private readonly SharedWriter _output = new();
    private readonly SharedWriter _error = new();

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Input { get; init; } = "";

    /// <summary>Standard input as bytes, where they are not text in UTF-8.</summary>
    public byte[]? InputBytes { get; init; }

    public Func<Target, CancellationToken, Task<Organization>> Connect { get; init; } = Organization.ConnectAsync;

    /// <summary>The environment variables.</summary>
    public Dictionary<string, string> Variables { get; init; } = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What was said on standard error, line by line.</summary>
    public string[] ErrorLines() => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Surroundings as in a pipe: nothing is a terminal.</summary>
    public CliHost Redirected() => new(
        name,
        Terminal.Open(_output, isRedirected: true),
        Terminal.Open(_error, isRedirected: true),
        () => new MemoryStream(InputBytes ?? Encoding.UTF8.GetBytes(Input)))
    {
        Variable = variable => Variables.GetValueOrDefault(variable),
        Time = Time,
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
        run(args, Redirected(), TestContext.Current.CancellationToken);

    /// <summary>Waits until standard output contains some words, or the program ends without them.</summary>
    public Task WaitForOutputAsync(string words, Task running) => _output.WaitForAsync(words, running);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
