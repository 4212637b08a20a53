using System.Buffers;
using System.Globalization;

namespace PresenceClient.Http;

/// <summary>Finds sign-in names and object ids in a text.</summary>
internal static class NameFinder
{
    private const int DigitsOfAnId = 32;

    // The at sign, and its fullwidth and small forms.
    private static readonly char[] Ats = ['@', '\uff20', '\ufe6b'];

    // A GUID can be written with hyphens, without hyphens, and as {0x…,0x…,{0x…}}.
    private static readonly SearchValues<char> BetweenDigits = SearchValues.Create("-_,{}xX");

    private static readonly SearchValues<char> BetweenNames = SearchValues.Create("\"`,;:<>=&?/|");

    /// <summary>Finds a name in the form of a mail address.</summary>
    public static (int Start, int End)? SignInName(string text, int from)
    {
        for (int at = from; (at = text.IndexOfAny(Ats, at)) >= 0; at++)
        {
            int start = at;
            while (start > from && IsOfName(text, start - 1))
            {
                start--;
            }

            // Without a name before it, the at sign starts an annotation, for example @odata.id.
            if (start < at)
            {
                return (start, EndOfName(text, at));
            }
        }

        return null;
    }

    /// <summary>Finds an object id, a GUID in any of its spellings.</summary>
    public static (int Start, int End)? ObjectId(string text, int from)
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

    private static int EndOfName(string text, int at)
    {
        // An apostrophe is followed by an s or ends a quotation, and never by a host.
        int end = at;
        while (end < text.Length && text[end] != '\'' && IsOfName(text, end))
        {
            end++;
        }

        while (text[end - 1] is '.' or '!')
        {
            end--;
        }

        return end;
    }

    // Quotation marks around a name are not part of it; the apostrophe of O'Brien is. An at sign follows it.
    private static bool IsOfName(string text, int i) => text[i] == '\''
        ? i > 0 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1])
        : !char.IsWhiteSpace(text[i]) && !BetweenNames.Contains(text[i])
            && char.GetUnicodeCategory(text[i]) is not (UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation);
}
