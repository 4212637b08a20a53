using System.Globalization;

namespace PresenceClient.Cli;

/// <summary>
/// Makes texts of other people harmless: a control character in a status message could move the reader's cursor, and a
/// character that turns the direction of a line could move the texts around it.
/// </summary>
internal static class SafeText
{
    // Parts of emoji and of some scripts.
    private const string Joiners = "\u200c\u200d";

    /// <summary>The text in one line, a blank for each control character.</summary>
    public static string OneLine(string text) => Replace(text, IsBad);

    /// <summary>The text with its line breaks, a blank for each other control character.</summary>
    public static string Lines(string text) => Replace(text, c => IsBad(c) && c is not ('\r' or '\n'));

    private static bool IsBad(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => !Joiners.Contains(c, StringComparison.Ordinal),
        _ => false,
    };

    private static string Replace(string text, Func<char, bool> isBad) =>
        text.Any(isBad) ? string.Concat(text.Select(c => isBad(c) ? ' ' : c)) : text;
}
