using System.Globalization;

namespace PresenceClient.Tool;

/// <summary>Prints changes as lines: for people, as CSV, or as JSON.</summary>
internal static class ChangeLines
{
    private static readonly string[] Columns =
    [
        "readAt", "kind", "id", "displayName", "userPrincipalName", "availability", "activity", "statusMessage",
    ];

    /// <summary>Begins the output, and returns how to print a change.</summary>
    public static Action<TextWriter, PresenceChange, DirectoryUser> Begin(
        OutputFormat format, FoundPeople people, CliHost host)
    {
        switch (format)
        {
            case OutputFormat.Json:
                return JsonOutput.WriteChange;
            case OutputFormat.Csv:
                CsvOutput.WriteRecord(host.Output.Profile.Out.Writer, Columns);
                return WriteRecord;
            default:
                return (output, change, user) =>
                    output.WriteLine(SafeText.OneLine(TextOf(change, people.NameOf(user), host)));
        }
    }

    private static void WriteRecord(TextWriter output, PresenceChange change, DirectoryUser user) =>
        CsvOutput.WriteRecord(
            output,
            [
                change.ReadAt.ToString("O", CultureInfo.InvariantCulture), change.Kind.ToString(), user.Id,
                user.DisplayName, user.UserPrincipalName, change.Current?.AvailabilityText,
                change.Current?.ActivityText, change.Current?.StatusMessage?.Content,
            ]);

    private static string TextOf(PresenceChange change, string name, CliHost host)
    {
        char symbol = StateStyle.Symbol(change.Current?.Availability ?? PresenceAvailability.PresenceUnknown);
        string what = ChangeText.IsNews(change) ? ChangeText.Of(change)
            : change.Current is { } first ? StateText.Activity(first)
            : "no presence";
        return $"{StateText.Time(host.Local(change.ReadAt))} {symbol} {name}: {what}";
    }
}
