using System.Text;

namespace PresenceClient.Emulator.Core;

/// <summary>A user that the options add by name.</summary>
internal sealed record AddedUser(string DisplayName, string Address)
{
    public bool AccountEnabled { get; init; } = true;

    /// <summary>The email address in the guest's own organization; null for a member.</summary>
    public string? GuestMail { get; init; }

    /// <summary>
    /// Creates an address in the form of the seeded users, for example <c>adele.vance@contoso.example</c>.
    /// </summary>
    public static string AddressOf(string displayName, string domain = EmulatedDomain.Tenant)
    {
        // Decomposed, an accented letter is a letter and its accent, and the address omits the accent.
        string[] words = displayName.Normalize(NormalizationForm.FormD)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> parts = words
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)))
            .Where(part => part.Length > 0);
        return $"{string.Join('.', parts)}@{domain}";
    }

    /// <summary>Creates the id from the address and the seed, independent of other added users.</summary>
    public Guid MakeId(int seed)
    {
        // FNV-1a, because the framework's hash of a text differs between runs.
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in Address)
        {
            hash = unchecked((hash ^ char.ToLowerInvariant(letter)) * 0x100000001B3);
        }

        return new SeededRandom(seed, unchecked((long)hash)).NextGuid();
    }
}
