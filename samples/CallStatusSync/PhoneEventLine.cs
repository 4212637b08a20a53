using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PresenceClient;

namespace CallStatusSync;

/// <summary>Reads a line <c>time,who,event[,call]</c>, or says what is wrong with it and how to fix it.</summary>
internal static class PhoneEventLine
{
    // The longest sign-in name of Entra.
    private const int LongestName = 113;
    private const int LongestQuote = 60;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly Dictionary<string, PhoneEventKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ringing"] = PhoneEventKind.Ringing,
        ["answered"] = PhoneEventKind.Answered,
        ["held"] = PhoneEventKind.Held,
        ["hung up"] = PhoneEventKind.HungUp,
        ["hungup"] = PhoneEventKind.HungUp,
    };

    /// <summary>Whether a line has nothing to read: blank, a comment, or the names of the columns.</summary>
    public static bool IsSkipped(string line) => string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')
        || line.StartsWith("time,", StringComparison.OrdinalIgnoreCase);

    public static bool TryRead(
        string line, [NotNullWhen(true)] out PhoneEvent? phoneEvent, [NotNullWhen(false)] out string? fault)
    {
        string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
        phoneEvent = null;
        fault = fields.Length is 3 or 4
            ? TimeFault(fields[0]) ?? NameFault(fields[1]) ?? KindFault(fields[2])
            : $"'{Quote(line)}' is not an event. An event has 3 or 4 fields, separated by commas. Write it as "
                + "time,who,event[,call].";
        if (fault is null && TryReadTime(fields[0], out DateTimeOffset time))
        {
            phoneEvent = new PhoneEvent(time, fields[1], Kinds[fields[2]], fields.ElementAtOrDefault(3) ?? "");
        }

        return phoneEvent is not null;
    }

    /// <summary>Returns the word for an event.</summary>
    public static string WordOf(PhoneEventKind kind) => Kinds.First(word => word.Value == kind).Key;

    private static bool TryReadTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static string? TimeFault(string text) => TryReadTime(text, out _)
        ? null
        : $"'{Quote(text)}' is not a time. The first field is an ISO 8601 date and time. Write it as "
            + "2026-11-26T09:00:00Z.";

    private static string? NameFault(string text) =>
        DirectoryUser.IsObjectId(text) ? null
        : text.Contains('\uFFFD', StringComparison.Ordinal)
            ? $"'{Quote(text)}' has bytes that are not UTF-8. The events are UTF-8 text. Export them as UTF-8."
        : text.Length <= LongestName && text.Trim('@').Contains('@', StringComparison.Ordinal) ? null
        : $"'{Quote(text)}' is not a person. The second field is a sign-in name of at most {LongestName} characters, "
            + "or an object id. Write it as adele@contoso.com.";

    private static string? KindFault(string text) => Kinds.ContainsKey(text)
        ? null
        : $"'{Quote(text)}' is not a kind of event. The third field is ringing, answered, held or hung up. Translate "
            + "the phone system's own word.";

    private static string Quote(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}…";
}
