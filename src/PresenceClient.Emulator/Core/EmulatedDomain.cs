namespace PresenceClient.Emulator.Core;

/// <summary>The domains of addresses: of the tenant, and of guests whose own isn't given.</summary>
internal static class EmulatedDomain
{
    public const string Tenant = "contoso.example";

    public const string Guests = "fabrikam.example";

    /// <summary>The sign-in name that Entra gives a guest, such as <c>pat_fabrikam.example#EXT#@…</c>.</summary>
    public static string GuestSignInName(string mail) => $"{mail.Replace('@', '_')}#EXT#@{Tenant}";
}
