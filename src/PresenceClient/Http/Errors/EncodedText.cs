using System.Globalization;

namespace PresenceClient.Http;

/// <summary>
/// Decodes the encodings in which a name can appear in a text: those of URLs, JSON and HTML, also nested.
/// </summary>
internal static class EncodedText
{
    private const int LongestEntity = 10;

    public static string Decode(string text)
    {
        if (!text.AsSpan().ContainsAny('%', '&', '\\'))
        {
            return text;
        }

        // One pass for any depth: a decoded character can complete another sequence, for example %25 before 40.
        char[] decoded = new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            decoded[length++] = c;
            while (SequenceAtEnd(decoded.AsSpan(0, length)) is { } sequence)
            {
                length -= sequence.Length;
                decoded[length++] = sequence.Character;
            }
        }

        // The remaining URL encodings are characters outside ASCII, which have several bytes.
        return Uri.UnescapeDataString(new string(decoded, 0, length));
    }

    private static (int Length, char Character)? SequenceAtEnd(ReadOnlySpan<char> text) =>
        text[^1] == ';' ? Entity(text)
        : text is [.., '%', _, _] ? Hex(text[^2..], 3)
        : text is [.., '\\', 'x' or 'X', _, _] ? Hex(text[^2..], 4)
        : text is [.., '\\' or '%', 'u' or 'U', _, _, _, _] ? Hex(text[^4..], 6)
        : null;

    private static (int Length, char Character)? Hex(ReadOnlySpan<char> digits, int length) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            && (unit < 0x80 || digits.Length > 2)
                ? (length, (char)unit)
                : null;

    private static (int Length, char Character)? Entity(ReadOnlySpan<char> text)
    {
        text = text[Math.Max(0, text.Length - LongestEntity)..];
        int start = text.LastIndexOf('&');
        if (start < 0)
        {
            return null;
        }

        char? character = text[(start + 1)..^1] switch
        {
            "amp" => '&',
            "commat" => '@',
            "percnt" => '%',
            "quot" => '"',
            "apos" => '\'',
            "lt" => '<',
            "gt" => '>',
            ['#', 'x' or 'X', .. var hex] => Number(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Number(digits, NumberStyles.None),
            _ => null,
        };
        return character is { } c ? (text.Length - start, c) : null;
    }

    private static char? Number(ReadOnlySpan<char> digits, NumberStyles style) =>
        ushort.TryParse(digits, style, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : null;
}
