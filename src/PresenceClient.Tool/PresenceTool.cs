using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class PresenceTool
{
    /// <summary>The name of the command.</summary>
    public const string Name = "presence";

    public static Task<int> RunAsync(string[] args, CliHost host, CancellationToken stop)
    {
        var arguments = new ToolArguments(host.Variable);
        ToolCommand[] commands =
        [
            new GetCommand(arguments), new SetCommand(arguments), new ClearCommand(arguments),
            new PreferCommand(arguments), new MessageCommand(arguments), new WatchCommand(arguments),
            new WhoCommand(arguments), new DoctorCommand(arguments),
        ];
        var program = new RootCommand(HelpText.Program);
        foreach (Option option in arguments.All)
        {
            program.Add(option);
        }

        foreach (ToolCommand command in commands)
        {
            command.SetAction((parsed, token) => CommandRun.RunAsync(command, parsed, host, token));
            program.Add(command);
        }

        return CommandRunner.RunAsync(
            program,
            args.Length == 0 ? ["--help"] : args,
            parsed => Broken(arguments, parsed, host),
            host,
            stop,
            command => command is ToolCommand tool ? tool.More : HelpText.Exits);
    }

    private static IEnumerable<string> Broken(ToolArguments arguments, ParseResult given, CliHost host) =>
        arguments.Broken(given).Concat(((ToolCommand)given.CommandResult.Command).Broken(given, host));
}
