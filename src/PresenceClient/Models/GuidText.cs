using System.Buffers;

namespace PresenceClient;

/// <summary>Recognizes GUIDs as Graph writes them.</summary>
internal static class GuidText
{
    /// <summary>The number of characters.</summary>
    public const int Length = 36;

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdefABCDEF-");

    /// <summary>Returns whether a text is a GUID of 36 characters.</summary>
    public static bool IsGuid(ReadOnlySpan<char> text) => TryParse(text, out _);

    /// <summary>
    /// Parses a GUID of 36 characters. The framework's parser also accepts surrounding spaces, and signs and <c>0x</c>
    /// between the digits.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Guid guid)
    {
        guid = default;
        return text.Length == Length
            && !text.ContainsAnyExcept(Letters)
            && Guid.TryParseExact(text, "D", out guid);
    }
}
