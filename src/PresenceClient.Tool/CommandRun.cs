using System.CommandLine;

namespace PresenceClient.Tool;

/// <summary>Runs a command, and turns how it ends into a line and an exit code.</summary>
internal static class CommandRun
{
    public static async Task<int> RunAsync(
        ToolCommand command, ParseResult parsed, CliHost host, CancellationToken stop)
    {
        try
        {
            return await command.RunAsync(parsed, host, stop);
        }
        catch (PresenceWriteCanceledException e) when (stop.IsCancellationRequested)
        {
            int done = e.Result.Count(outcome => outcome.Succeeded);
            host.Say($"Interrupted: {StateText.Count(done)} of {StateText.Count(e.Result.Count)} writes were done.");
            return ExitCode.Interrupted;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return command.EndsByInterrupt ? ExitCode.Success : ExitCode.Interrupted;
        }
        catch (Exception e) when (FailureLine.For(e) is { } line)
        {
            host.Say(line);
            return ToolExitCode.Of(e);
        }
    }
}
