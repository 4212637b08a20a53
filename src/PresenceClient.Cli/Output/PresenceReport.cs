namespace PresenceClient.Cli;

/// <summary>Prints presences once. Standard output gets only the presences; the rest goes to standard error.</summary>
internal static class PresenceReport
{
    /// <summary>Prints people with their presences.</summary>
    public static void Print(IReadOnlyList<PresenceRow> rows, OutputFormat format, CliHost host)
    {
        TextWriter output = host.Output.Profile.Out.Writer;
        switch (format)
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
    }

    /// <summary>Says which presences the service did not return, and which could not be read.</summary>
    public static void SayGaps(PresenceReadResult result, CliHost host)
    {
        if (UnknownText.For(result) is { } note)
        {
            host.Say(note);
        }

        if (result.Missing.Count > 0)
        {
            string ids = string.Join(", ", result.Missing);
            host.Say($"The service returned no presence for {StateText.Count(result.Missing.Count)}: {ids}");
        }

        if (FailureLine.For(result) is { } failure)
        {
            host.Say(failure);
        }
    }
}
