using System.Text;

namespace PresenceClient.Http;

/// <summary>Masks sign-in names, object ids and tokens in a text without encodings.</summary>
internal static class UserText
{
    private delegate (int Start, int End)? Finder(string text, int from);

    /// <summary>Returns the text with asterisks in place of confidential parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="confidential">Other texts to mask.</param>
    public static string Mask(string text, string[] confidential)
    {
        Finder[] finders =
        [
            .. confidential.Select(static words => (Finder)((t, from) => Whole(t, from, words))),
            TokenFinder.Bearer, TokenFinder.Json, NameFinder.SignInName, NameFinder.ObjectId,
        ];
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
}
