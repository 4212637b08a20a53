using System.Buffers;

namespace PresenceClient.Http;

/// <summary>Finds access tokens in a text.</summary>
internal static class TokenFinder
{
    private const int Shortest = 16;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Signs = SearchValues.Create("-._~+/=");

    /// <summary>Finds the token after "Bearer".</summary>
    public static (int Start, int End)? Bearer(string text, int from)
    {
        const string Scheme = "Bearer ";
        for (int i = from; (i = text.IndexOf(Scheme, i, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            i += Scheme.Length;
            int end = EndOfToken(text, i);

            // "Bearer token is missing" and "Bearer realm=" contain no token.
            if (text.AsSpan(i, end - i).TrimEnd(".=").ContainsAnyExcept(Letters))
            {
                return (i, end);
            }
        }

        return null;
    }

    /// <summary>Finds a JSON web token. It always begins with eyJ, which is {" in Base64.</summary>
    public static (int Start, int End)? Json(string text, int from)
    {
        for (int i = from; (i = text.IndexOf("eyJ", i, StringComparison.Ordinal)) >= 0; i++)
        {
            int end = EndOfToken(text, i);
            if (end - i >= Shortest)
            {
                return (i, end);
            }
        }

        return null;
    }

    private static int EndOfToken(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || Signs.Contains(text[end])))
        {
            end++;
        }

        return end;
    }
}
