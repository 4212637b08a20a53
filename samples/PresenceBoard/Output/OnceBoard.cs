using PresenceClient;

namespace PresenceBoard;

/// <summary>Prints the board once. Standard output gets the presences alone; all else goes to standard error.</summary>
internal static class OnceBoard
{
    /// <returns>The exit code: a failure if something could not be read.</returns>
    public static int Show(Board board, PresenceReadResult result, BoardOptions options, BoardHost host)
    {
        BoardRow[] rows = [.. board.RowsIn(options.Filter)];
        TextWriter output = host.Output.Profile.Out.Writer;
        switch (options.Format)
        {
            case OutputFormat.Json:
                JsonOutput.Write(output, rows.Select(PresenceEntry.Of));
                break;
            case OutputFormat.Csv:
                CsvOutput.Write(output, rows.Select(PresenceEntry.Of));
                break;
            default:
                host.Output.Write(PresenceTable.Create(rows));
                break;
        }

        output.Flush();
        if (result.Missing.Count > 0)
            host.Say($"The service left out {result.Missing.Count}: {string.Join(", ", result.Missing)}");
        if (FailureLine.For(result) is not { } failure)
            return ExitCode.Success;
        host.Say(failure);
        return ExitCode.Failure;
    }
}
