using System.Text;

namespace PresenceClient.Emulator.Core;

/// <summary>A user whom the caller asked for by name.</summary>
internal sealed record AddedUser(string DisplayName, string Address)
{
    public bool AccountEnabled { get; init; } = true;

    /// <summary>The mail address in the guest's own organization; null for a member.</summary>
    public string? GuestMail { get; init; }

    /// <summary>An address such as the seed's own people have: <c>adele.vance@contoso.example</c>.</summary>
    public static string AddressOf(string displayName, string domain = EmulatedDomain.Tenant)
    {
        // Taken apart, an accented letter is the letter and its accent, which an address leaves out.
        string[] words = displayName.Normalize(NormalizationForm.FormD)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> parts = words
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)))
            .Where(part => part.Length > 0);
        return $"{string.Join('.', parts)}@{domain}";
    }

    /// <summary>The same for the same address and seed, whoever else is added.</summary>
    public Guid MakeId(int seed)
    {
        // FNV-1a, since the framework's own hash of a text differs from run to run.
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in Address)
        {
            hash = unchecked((hash ^ char.ToLowerInvariant(letter)) * 0x100000001B3);
        }
        return new SeededRandom(seed, unchecked((long)hash)).NextGuid();
    }
}
