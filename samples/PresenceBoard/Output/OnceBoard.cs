using PresenceClient;

namespace PresenceBoard;

/// <summary>Prints the board once. Standard output gets only the presences; the rest goes to standard error.</summary>
internal static class OnceBoard
{
    /// <returns>The exit code; a failure if a presence could not be read.</returns>
    public static int Show(Board board, PresenceReadResult result, BoardOptions options, CliHost host)
    {
        PresenceRow[] rows = [.. board.RowsIn(options.Filter)];
        PresenceReport.Print(rows, options.Format, host);
        if (rows.Length == 0 && options.Filter is { } filter)
        {
            host.Say($"--filter {filter.Name}: {StateText.People(board.People)}, none in this state.");
        }

        PresenceReport.SayGaps(result, host);
        return result.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
