using System.CommandLine;
using System.CommandLine.Invocation;

namespace PresenceClient.Emulator.Tool;

/// <summary>The tool from its arguments to its exit code.</summary>
internal static class EmulatorTool
{
    private const int BadArguments = 2;

    /// <summary>Runs until it is cancelled or somebody presses Ctrl-C.</summary>
    /// <returns>0 after a run or help; 1 if the server cannot run; 2 for bad arguments.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ParseResult parsed = new EmulatorCommand(output, error).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            // One line that says it, in place of the library's page of help.
            await error.WriteLineAsync($"presence-emulator: {parsed.Errors[0].Message} Try --help.")
                .ConfigureAwait(false);
            return BadArguments;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }
}
