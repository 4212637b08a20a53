using System.Buffers;
using System.Globalization;
using System.Text;

namespace PresenceClient.Http;

/// <summary>Masks in a text, free of encodings, what names a user or signs one in: names, object ids, tokens.</summary>
internal static class UserText
{
    private const int DigitsOfAnId = 32;

    private const int ShortestToken = 16;

    // The sign of mail addresses, and its wide and its small form.
    private static readonly SearchValues<char> Ats = SearchValues.Create("@\uff20\ufe6b");

    // A GUID can be written with hyphens, without, and as {0x…,0x…,{0x…}}.
    private static readonly SearchValues<char> BetweenDigits = SearchValues.Create("-_,{}xX");

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> TokenSigns = SearchValues.Create("-._~+/=");

    private static readonly SearchValues<char> BetweenNames = SearchValues.Create("\"`,;:<>=&?/|");

    private delegate (int Start, int End)? Finder(string text, int from);

    /// <summary>The text with stars for what must not be in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="confidential">What else must not be in it; empty for nothing.</param>
    public static string Mask(string text, string confidential)
    {
        Finder[] finders = [(t, from) => Whole(t, from, confidential), BearerToken, JsonToken, SignInName, ObjectId];
        return finders.Aggregate(text, Replace);
    }

    private static string Replace(string text, Finder next)
    {
        StringBuilder? masked = null;
        int done = 0;
        while (next(text, done) is var (start, end))
        {
            (masked ??= new StringBuilder()).Append(text, done, start - done).Append("***");
            done = end;
        }

        return masked?.Append(text, done, text.Length - done).ToString() ?? text;
    }

    private static (int Start, int End)? Whole(string text, int from, string words)
    {
        for (int i = from; words.Length > 0; i++)
        {
            i = text.IndexOf(words, i, StringComparison.OrdinalIgnoreCase);
            if (i < 0)
            {
                break;
            }

            int end = i + words.Length;
            bool begins = i == 0 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(words[0]);
            bool ends = end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1]);
            if (begins && ends)
            {
                return (i, end);
            }
        }

        return null;
    }

    private static (int Start, int End)? BearerToken(string text, int from)
    {
        const string Scheme = "Bearer ";
        for (int i = from; (i = text.IndexOf(Scheme, i, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            i += Scheme.Length;
            int end = EndOfToken(text, i);

            // "Bearer token is missing" holds none.
            if (text.AsSpan(i, end - i).ContainsAnyExcept(Letters))
            {
                return (i, end);
            }
        }

        return null;
    }

    // Every token that is signed JSON begins so, since it begins with {".
    private static (int Start, int End)? JsonToken(string text, int from)
    {
        for (int i = from; (i = text.IndexOf("eyJ", i, StringComparison.Ordinal)) >= 0; i++)
        {
            int end = EndOfToken(text, i);
            if (end - i >= ShortestToken)
            {
                return (i, end);
            }
        }

        return null;
    }

    private static (int Start, int End)? SignInName(string text, int from)
    {
        for (int at = from; at < text.Length; at++)
        {
            int next = text.AsSpan(at).IndexOfAny(Ats);
            if (next < 0)
            {
                return null;
            }

            at += next;
            int start = at;
            while (start > from && IsOfName(text, start - 1))
            {
                start--;
            }

            // Without a name before it, it belongs to an annotation such as @odata.id.
            if (start < at)
            {
                return (start, EndOfName(text, at + 1));
            }
        }

        return null;
    }

    private static (int Start, int End)? ObjectId(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            int start = i, end = i, digits = 0;
            for (; i < text.Length && (char.IsAsciiHexDigit(text[i]) || (i > start && IsBetweenDigits(text[i]))); i++)
            {
                if (char.IsAsciiHexDigit(text[i]))
                {
                    digits++;
                    end = i + 1;
                }
            }

            if (digits >= DigitsOfAnId)
            {
                return (start, end);
            }
        }

        return null;
    }

    private static bool IsBetweenDigits(char c) =>
        BetweenDigits.Contains(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static int EndOfToken(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || TokenSigns.Contains(text[end])))
        {
            end++;
        }

        return end;
    }

    private static int EndOfName(string text, int start)
    {
        // What follows an apostrophe here is no host, but an s or the end of a quotation.
        int end = start;
        while (end < text.Length && text[end] != '\'' && IsOfName(text, end))
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or '!' or '?')
        {
            end--;
        }

        return end;
    }

    // The quotes around a name are not part of it; the apostrophe of O'Brien is.
    private static bool IsOfName(string text, int i) => text[i] == '\''
        ? i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1])
        : !char.IsWhiteSpace(text[i]) && !BetweenNames.Contains(text[i])
            && char.GetUnicodeCategory(text[i]) is not (UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation);
}
