using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PresenceBoard;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class BoardProgram
{
    private const int WidestHelp = 100;

    public static async Task<int> RunAsync(string[] args, BoardHost host, CancellationToken stop)
    {
        var arguments = new BoardArguments(host.Variable);
        arguments.Command.SetAction((parsed, token) => BoardRun.RunAsync(arguments.Read(parsed), host, token));

        foreach (HelpAction help in arguments.Command.Options.Select(option => option.Action).OfType<HelpAction>())
        {
            help.MaxWidth = Math.Min(WidestHelp, host.Output.Profile.Width);
        }

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

    // Parse errors come first: the rules only look at values that could be parsed.
    private static string? FirstError(BoardArguments arguments, ParseResult parsed) => parsed.Action switch
    {
        ParseErrorAction => parsed.Errors[0].Message,
        { } action when action == arguments.Command.Action => ArgumentRules.Broken(arguments, parsed).FirstOrDefault(),
        _ => null,
    };
}
