using System.CommandLine;
using System.CommandLine.Invocation;

namespace PresenceBoard;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class BoardProgram
{
    public static async Task<int> RunAsync(string[] args, BoardHost host, CancellationToken stop)
    {
        var arguments = new BoardArguments(host.Variable);
        arguments.Command.SetAction((parsed, token) => BoardRun.RunAsync(arguments.Read(parsed), host, token));

        ParseResult parsed = arguments.Command.Parse(args);
        if (FirstError(arguments, parsed) is { } error)
        {
            host.Say($"{error} Try --help.");
            return ExitCode.BadArguments;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = host.Output.Profile.Out.Writer,
                Error = host.Error.Profile.Out.Writer,
            },
            stop);
    }

    // What cannot be parsed comes first; the rules only look at values that are right by themselves.
    private static string? FirstError(BoardArguments arguments, ParseResult parsed) => parsed.Action switch
    {
        ParseErrorAction => parsed.Errors[0].Message,
        { } action when action == arguments.Command.Action => ArgumentRules.Broken(arguments, parsed).FirstOrDefault(),
        _ => null,
    };
}
