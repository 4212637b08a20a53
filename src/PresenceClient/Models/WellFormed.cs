namespace PresenceClient;

/// <summary>Checks that a text can be encoded as UTF-8: an unpaired surrogate can't.</summary>
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
                    $"The {parameter} contains an unpaired surrogate at index {i}. It must be valid Unicode. "
                        + "Cut it between characters.", parameter);
            }

            i += pair ? 1 : 0;
        }

        return text;
    }
}
