using System.CommandLine;
using System.CommandLine.Invocation;
using PresenceClient;

namespace CallStatusSync;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class SyncProgram
{
    public static async Task<int> RunAsync(string[] args, SyncHost host, CancellationToken stop)
    {
        var report = new SyncReport(host.Output, host.Error);
        var arguments = new SyncArguments(host.Variable);
        arguments.Command.SetAction((parsed, token) => RunAsync(arguments.Read(parsed), host, report, token));

        ParseResult parsed = arguments.Command.Parse(args);
        if (FirstError(arguments, parsed) is { } error)
        {
            report.Problem($"{error} Try --help.");
            return ExitCode.BadArguments;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = host.Output,
                Error = host.Error,
                // StopSignals handles signals: this would end the process before the presences have ended.
                ProcessTerminationTimeout = null,
            },
            stop);
    }

    private static async Task<int> RunAsync(
        SyncOptions options, SyncHost host, SyncReport report, CancellationToken stop)
    {
        try
        {
            await using SyncTenant tenant = await host.Connect(options, stop);
            PhoneFeed feed = await PhoneFeed.OpenAsync(options, host, report, stop);
            report.Line($"{tenant.Name}; {feed.Name}. Ctrl-C ends it.");
            bool isClear = await new CallSync(tenant, report, host.Time).RunAsync(feed, stop);
            return isClear && !report.HasProblems ? ExitCode.Success : ExitCode.Failure;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped before anything was set.
            return ExitCode.Success;
        }
        catch (Exception e) when (e is PresenceException or SyncException or IOException or UnauthorizedAccessException)
        {
            report.Problem(e.Message);
            return ExitCode.Failure;
        }
    }

    // Parse errors come first: the rules only look at values that could be parsed.
    private static string? FirstError(SyncArguments arguments, ParseResult parsed) => parsed.Action switch
    {
        ParseErrorAction => parsed.Errors[0].Message,
        { } action when action == arguments.Command.Action => ArgumentRules.Broken(arguments, parsed).FirstOrDefault(),
        _ => null,
    };
}
