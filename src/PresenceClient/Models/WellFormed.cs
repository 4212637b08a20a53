namespace PresenceClient;

/// <summary>Finds unpaired surrogates. A text that contains one cannot be encoded as UTF-8.</summary>
internal static class WellFormed
{
    /// <summary>Returns the text, or throws if it contains an unpaired surrogate.</summary>
    public static string Require(string text, string parameter) => IndexOfFault(text) is { } index and >= 0
        ? throw new ArgumentException(
            $"The text contains an unpaired surrogate at index {index}. Text is sent as UTF-8, which has no form for "
                + "half a character. Cut the text between whole characters.", parameter)
        : text;

    /// <summary>The index of the first unpaired surrogate; -1 if there is none.</summary>
    public static int IndexOfFault(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (char.IsSurrogate(text[i]) && !pair)
            {
                return i;
            }

            i += pair ? 1 : 0;
        }

        return -1;
    }
}
