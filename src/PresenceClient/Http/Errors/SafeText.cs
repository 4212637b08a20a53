using System.Text.RegularExpressions;

namespace PresenceClient.Http;

/// <summary>Takes ids and sign-in names out of the service's words, so that messages can be logged.</summary>
internal static partial class SafeText
{
    private const int MaxLength = 1_000;

    /// <summary>The words in one line, shortened if they are many.</summary>
    public static string? Mask(string? words)
    {
        // Masked before it is cut: a name cut in two would no longer be seen as one.
        string? masked = words is null ? null : NamesAUser().Replace(words.ReplaceLineEndings(" "), "***");
        return masked?.Length > MaxLength ? masked[..MaxLength] + "…" : masked;
    }

    // A sign-in name is looked for where a word begins, or a long word would be gone through from each of its letters.
    [GeneratedRegex(
        @"(?<![^\s"":,;()<>])[^\s"":,;()<>]+(@|%40)[^\s'"":,;()<>]+"
            + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesAUser();
}
