namespace PresenceClient.Emulator.Core;

/// <summary>The domains of addresses: the tenant's, and the default for guests.</summary>
internal static class EmulatedDomain
{
    public const string Tenant = "contoso.example";

    public const string Guests = "fabrikam.example";

    /// <summary>
    /// Creates the sign-in name that Entra gives a guest, for example <c>pat_fabrikam.example#EXT#@…</c>.
    /// </summary>
    public static string GuestSignInName(string mail) => $"{mail.Replace('@', '_')}#EXT#@{Tenant}";
}
