namespace PresenceBoard;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class BoardProgram
{
    public static Task<int> RunAsync(string[] args, CliHost host, CancellationToken stop)
    {
        var arguments = new BoardArguments(host.Variable);
        arguments.Command.SetAction((parsed, token) => BoardRun.RunAsync(arguments.Read(parsed), host, token));
        return CommandRunner.RunAsync(
            arguments.Command, args, parsed => ArgumentRules.Broken(arguments, parsed), host, stop);
    }
}
