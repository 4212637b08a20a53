using PresenceClient;

namespace PresenceBoard;

/// <summary>Prints the board once. Standard output gets only the presences; the rest goes to standard error.</summary>
internal static class OnceBoard
{
    /// <returns>The exit code; a failure if a presence could not be read.</returns>
    public static int Show(Board board, PresenceReadResult result, BoardOptions options, BoardHost host)
    {
        BoardRow[] rows = [.. board.RowsIn(options.Filter)];
        TextWriter output = host.Output.Profile.Out.Writer;
        switch (options.Format)
        {
            case OutputFormat.Json:
                JsonOutput.Write(output, rows.Select(row => new PresenceEntry(row)));
                break;
            case OutputFormat.Csv:
                CsvOutput.Write(output, rows.Select(row => new PresenceEntry(row)));
                break;
            default:
                host.Output.Write(PresenceTable.Create(rows, host.Output.Profile.Width));
                break;
        }

        output.Flush();
        if (rows.Length == 0 && options.Filter is { } filter)
        {
            host.Say($"--filter {filter.Name}: {StateText.People(board.People)}, none in this state.");
        }

        if (board.UnknownNote is { } note)
        {
            host.Say(note);
        }

        if (result.Missing.Count > 0)
        {
            string ids = string.Join(", ", result.Missing);
            host.Say($"The service returned no presence for {StateText.Count(result.Missing.Count)}: {ids}");
        }

        if (FailureLine.For(result) is not { } failure)
        {
            return ExitCode.Success;
        }

        host.Say(failure);
        return ExitCode.Failure;
    }
}
