namespace PresenceBoard;

/// <summary>
/// Makes texts of other people harmless: a control character in a status message could move the reader's cursor.
/// </summary>
internal static class SafeText
{
    /// <summary>The text in one line, a blank for each control character.</summary>
    public static string OneLine(string text) => Replace(text, char.IsControl);

    /// <summary>The text with its line breaks, a blank for each other control character.</summary>
    public static string Lines(string text) => Replace(text, c => char.IsControl(c) && c is not ('\r' or '\n'));

    private static string Replace(string text, Func<char, bool> isBad) =>
        text.Any(isBad) ? string.Concat(text.Select(c => isBad(c) ? ' ' : c)) : text;
}
