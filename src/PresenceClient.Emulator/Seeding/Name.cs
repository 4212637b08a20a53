namespace PresenceClient.Emulator.Seeding;

/// <summary>A name for display, and its form in addresses.</summary>
internal readonly record struct Name(string Display, string Address)
{
    /// <summary>Parses <c>Zoë|Zoe</c>, or <c>Adele</c> if both forms are the same.</summary>
    public static Name Parse(string text)
    {
        string[] forms = text.Split('|');
        IEnumerable<char> letters = forms[^1].Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
        return new Name(forms[0].Replace('-', ' '), string.Concat(letters));
    }
}
