using System.CommandLine;
using System.CommandLine.Invocation;

namespace PresenceClient.Emulator.Tool;

/// <summary>The entry point of the tool, from its arguments to its exit code.</summary>
internal static class EmulatorTool
{
    private const int BadArguments = 2;

    /// <summary>Runs the server until it is cancelled or Ctrl-C is pressed.</summary>
    /// <returns>0 after a run or help; 1 if the server can't run; 2 for invalid arguments.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ParseResult parsed = new EmulatorCommand(output, error).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            // One line with the error, in place of the library's help page.
            await error.WriteLineAsync($"presence-emulator: {parsed.Errors[0].Message} Try --help.")
                .ConfigureAwait(false);
            return BadArguments;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }
}
