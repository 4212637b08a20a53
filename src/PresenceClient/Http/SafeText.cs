using System.Text.RegularExpressions;

namespace PresenceClient.Http;

/// <summary>Takes ids and sign-in names out of the service's words, so that messages can be logged.</summary>
internal static partial class SafeText
{
    private const int MaxLength = 1_000;

    /// <summary>The words, shortened if they are many.</summary>
    public static string? Mask(string? words) => words is null
        ? null
        : NamesAUser().Replace(words.Length > MaxLength ? words[..MaxLength] + "…" : words, "***");

    [GeneratedRegex(@"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^\s'"":,;()<>]+@[^\s'"":,;()<>]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesAUser();
}
