using System.Buffers;

namespace PresenceClient.Cli;

/// <summary>Writes CSV (RFC 4180) that is safe to open in a spreadsheet.</summary>
internal static class CsvOutput
{
    private const string EndOfRecord = "\r\n";
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    // Spreadsheets read these as the start of a formula, also in the full-width forms of East Asian keyboards.
    private static readonly SearchValues<char> StartsFormula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly (string Name, Func<PresenceEntry, string?> Value)[] Columns =
    [
        ("id", entry => entry.Id),
        ("displayName", entry => entry.DisplayName),
        ("userPrincipalName", entry => entry.UserPrincipalName),
        ("availability", entry => entry.Availability.ToString()),
        ("activity", entry => entry.Activity.ToString()),
        ("availabilityText", entry => entry.AvailabilityText),
        ("activityText", entry => entry.ActivityText),
        ("statusMessage", entry => entry.StatusMessage),
        ("outOfOffice", entry => entry.OutOfOffice switch { true => "true", false => "false", null => null }),
        ("workLocation", entry => entry.WorkLocation?.ToString()),
        ("sequenceNumber", entry => entry.SequenceNumber),
    ];

    /// <summary>Writes presences, after a header.</summary>
    public static void Write(TextWriter output, IEnumerable<PresenceEntry> entries)
    {
        WriteRecord(output, Columns.Select(column => column.Name));
        foreach (PresenceEntry entry in entries)
        {
            WriteRecord(output, Columns.Select(column => column.Value(entry)));
        }
    }

    /// <summary>Writes one record.</summary>
    public static void WriteRecord(TextWriter output, IEnumerable<string?> fields)
    {
        output.Write(string.Join(',', fields.Select(Field)));
        output.Write(EndOfRecord);
    }

    /// <summary>One field: not a formula, without control characters, quoted where needed.</summary>
    internal static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        string disarmed = StartsFormula.Contains(text[0]) ? "'" + text : text;
        string clean = SafeText.Lines(disarmed);
        return clean.AsSpan().ContainsAny(NeedsQuotes)
            ? $"\"{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : clean;
    }
}
