namespace PresenceClient.Emulator.Seeding;

/// <summary>A name as people write it, and as an address has it.</summary>
internal readonly record struct Name(string Display, string Address)
{
    /// <summary>Reads <c>Zoë|Zoe</c>, or <c>Adele</c> where both forms are one.</summary>
    public static Name Parse(string text)
    {
        string[] forms = text.Split('|');
        IEnumerable<char> letters = forms[^1].Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
        return new Name(forms[0].Replace('-', ' '), string.Concat(letters));
    }
}
