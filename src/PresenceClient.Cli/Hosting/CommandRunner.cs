using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace PresenceClient.Cli;

/// <summary>Runs a program from its arguments to its exit code.</summary>
internal static class CommandRunner
{
    private const int WidestHelp = 100;

    // A file of arguments (@file) would replace a secret or a status message that begins with @.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command that the arguments name, or prints help or the first error.</summary>
    /// <param name="program">The command line.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="broken">Returns a message for each rule that values break, which could be parsed.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="stop">Cancels the run, as Ctrl-C does.</param>
    /// <param name="more">Returns what the help of a command says after its options; null for nothing more.</param>
    public static async Task<int> RunAsync(
        RootCommand program,
        string[] args,
        Func<ParseResult, IEnumerable<string>> broken,
        CliHost host,
        CancellationToken stop,
        Func<Command, string>? more = null)
    {
        foreach (Option option in program.Options)
        {
            if (option.Action is HelpAction help)
            {
                help.MaxWidth = Math.Min(WidestHelp, host.Output.Profile.Width);
                option.Action = more is null ? help : new LongerHelp(help, more);
            }
        }

        ParseResult parsed = program.Parse(args, Parser);
        if (FirstError(parsed, broken) is { } error)
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
    private static string? FirstError(ParseResult parsed, Func<ParseResult, IEnumerable<string>> broken)
    {
        return parsed.Action switch
        {
            ParseErrorAction => (parsed.Errors.FirstOrDefault(IsUnmatched) ?? parsed.Errors[0]).Message,
            { } action when action == parsed.CommandResult.Command.Action => broken(parsed).FirstOrDefault(),
            _ => null,
        };

        // A misspelled command is the cause of the error that a command is missing.
        bool IsUnmatched(ParseError error) => parsed.UnmatchedTokens.Any(token =>
            error.Message.Contains($"'{token}'", StringComparison.Ordinal));
    }

    private sealed class LongerHelp(HelpAction help, Func<Command, string> more) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int exitCode = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(more(parseResult.CommandResult.Command));
            return exitCode;
        }
    }
}
