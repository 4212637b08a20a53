namespace PresenceClient.Emulator;

/// <summary>The addresses of guests: in their own organization, and in this tenant.</summary>
internal static class GuestAddress
{
    /// <summary>The organization of guests whose own isn't given.</summary>
    public const string Domain = "fabrikam.example";

    /// <summary>The sign-in name that Entra gives a guest, such as <c>pat_fabrikam.example#EXT#@…</c>.</summary>
    public static string SignInName(string mail) =>
        $"{mail.Replace('@', '_')}#EXT#@{Tenant.Domain}";
}
