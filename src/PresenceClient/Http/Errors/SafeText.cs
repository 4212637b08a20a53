using System.Globalization;
using System.Text;

namespace PresenceClient.Http;

/// <summary>
/// Makes a text of the service or of a library safe to log: one line of limited length, without users, tokens and
/// control characters.
/// </summary>
internal static class SafeText
{
    private const int MaxLength = 1_000;

    // An exception of the host's handler can have a message of any length, so only its beginning is read.
    private const int MaxRead = 64 * 1024;

    /// <summary>Returns a text that can be logged.</summary>
    /// <param name="words">The text.</param>
    /// <param name="confidential">Names or texts of the call to mask too; or null.</param>
    public static string? Mask(string? words, IReadOnlyList<string>? confidential = null) => words is null
        ? null
        : Cut(UserText.Mask(Plain(words), [.. (confidential ?? []).Select(Plain)]), MaxLength);

    /// <summary>Returns the text, or its beginning if it is too long.</summary>
    public static string? Cut(string? text, int length) => text is null || text.Length <= length
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");

    private static string Plain(string words) => Printable(EncodedText.Decode(Beginning(words)));

    // A name that is cut in two would not be found, so the last word is removed.
    private static string Beginning(string words) => words.Length <= MaxRead
        ? words
        : words[..Math.Max(0, words.AsSpan(0, MaxRead).LastIndexOfAny(' ', '\t', '\n'))];

    // An escape sequence can move the cursor of a terminal. A format character can hide in a name, or reverse a line.
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
            {
                printable.Append(' ');
            }
            else if (category != UnicodeCategory.Format)
            {
                printable.Append(rune.ToString());
            }
        }

        return printable.ToString();
    }
}
