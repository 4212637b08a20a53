using System.Globalization;
using System.Text;

namespace PresenceClient.Http;

/// <summary>
/// Makes the words of a service or of a library safe to log: one line without users, tokens and control characters, and
/// not too long.
/// </summary>
internal static class SafeText
{
    private const int MaxLength = 1_000;

    // More is not looked at: what a handler of the host throws can have words of any length.
    private const int MaxRead = 64 * 1024;

    /// <summary>The words as they can be logged.</summary>
    /// <param name="words">The words.</param>
    /// <param name="confidential">Names or texts of the call that must not be in them either; or null.</param>
    public static string? Mask(string? words, IReadOnlyList<string>? confidential = null) => words is null
        ? null
        : Cut(UserText.Mask(Plain(words), [.. (confidential ?? []).Select(Plain)]), MaxLength);

    /// <summary>The beginning of a text that is too long.</summary>
    public static string? Cut(string? text, int length) => text is null || text.Length <= length
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");

    private static string Plain(string words) => Printable(EncodedText.Decode(Beginning(words)));

    // A name that is cut in two would no longer be seen as one, so the last word goes.
    private static string Beginning(string words) => words.Length <= MaxRead
        ? words
        : words[..Math.Max(0, words.AsSpan(0, MaxRead).LastIndexOfAny(' ', '\t', '\n'))];

    // An escape sequence can move the cursor of a terminal. A format character can hide in a name, or turn a line
    // around.
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
