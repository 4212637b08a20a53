using System.Net.Http.Headers;
using System.Text;

namespace PresenceClient.Http;

/// <summary>
/// Reads the claims that a 401 requires (continuous access evaluation). Reads the raw header, because Graph has sent an
/// address without quotes, and .NET's typed header is then empty.
/// </summary>
internal static class ClaimsChallenge
{
    private const string Header = "WWW-Authenticate";

    private const string Scheme = "Bearer";

    private const string Parameter = "claims";

    /// <summary>Returns the claims as JSON; null if there are none, or if they cannot be read.</summary>
    public static string? Read(HttpResponseHeaders headers)
    {
        if (headers.NonValidated.TryGetValues(Header, out HeaderStringValues values))
        {
            foreach (string value in values)
            {
                if (Find(value) is { } claims)
                {
                    return claims;
                }
            }
        }

        return null;
    }

    private static string? Find(ReadOnlySpan<char> text)
    {
        bool isBearer = false;
        while (!(text = text.TrimStart(" \t,")).IsEmpty)
        {
            int end = text.IndexOfAny(" \t,=");
            ReadOnlySpan<char> name = end < 0 ? text : text[..end];
            text = text[name.Length..].TrimStart();
            if (text.IsEmpty || text[0] != '=')
            {
                // A name without a value is the scheme of a challenge.
                isBearer = name.Equals(Scheme, StringComparison.OrdinalIgnoreCase);
                continue;
            }

            string value = TakeValue(ref text);
            if (isBearer && name.Equals(Parameter, StringComparison.OrdinalIgnoreCase) && Decode(value) is { } claims)
            {
                return claims;
            }
        }

        return null;
    }

    // Takes the equals sign and the value: a text in quotes, or the text up to a comma or a blank.
    private static string TakeValue(ref ReadOnlySpan<char> text)
    {
        text = text[1..].TrimStart();
        if (text.IsEmpty || text[0] != '"')
        {
            int end = text.IndexOfAny(" \t,");
            string bare = (end < 0 ? text : text[..end]).ToString();
            text = text[bare.Length..];
            return bare;
        }

        var value = new StringBuilder();
        int i = 1;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
            value.Append(text[i]);
        }

        text = text[Math.Min(i + 1, text.Length)..];
        return value.ToString();
    }

    // Base64, with or without padding, in either alphabet.
    private static string? Decode(string value)
    {
        string padded = value.Replace('-', '+').Replace('_', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length) is ['{', .., '}'] json ? json : null;
    }
}
