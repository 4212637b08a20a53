using System.Buffers;

namespace PresenceBoard;

/// <summary>Writes presences as CSV (RFC 4180), safe to open in a spreadsheet.</summary>
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

    public static void Write(TextWriter output, IEnumerable<PresenceEntry> entries)
    {
        WriteRecord(output, Columns.Select(column => column.Name));
        foreach (PresenceEntry entry in entries)
        {
            WriteRecord(output, Columns.Select(column => Field(column.Value(entry))));
        }
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

    private static void WriteRecord(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields));
        output.Write(EndOfRecord);
    }
}
