namespace PresenceClient;

/// <summary>Checks that a text can be sent: half a character (a lone surrogate) has no bytes.</summary>
internal static class WellFormed
{
    public static string Require(string text, string parameter)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (char.IsSurrogate(text[i]) && !pair)
            {
                throw new ArgumentException(
                    $"The text has half a character at index {i}; cut it between whole ones.", parameter);
            }

            i += pair ? 1 : 0;
        }

        return text;
    }
}
