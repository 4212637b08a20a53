namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>
/// The marks that all secrets of the run contain, so that a search finds a leak in any text. They contain no character
/// that an encoding changes.
/// </summary>
internal static class Marks
{
    /// <summary>
    /// The end of all object ids. It is made of hexadecimal digits, so it is visible in every GUID format.
    /// </summary>
    public const string Id = "5eed0a7c1d3b";

    public const string Name = "n4m3m4rk";

    public const string StatusText = "st4tusm4rk";

    public const string Token = "t0k3nm4rk";

    public const string ClientSecret = "s3cr3tm4rk";

    private static readonly (string Mark, string Words)[] All =
    [
        (Id, "an object id"),
        (Name, "a sign-in name"),
        (StatusText, "a status text"),
        (Token, "a token"),
        (ClientSecret, "a client secret"),
    ];

    /// <summary>Returns the secret that a text contains, or null.</summary>
    public static string? Find(string? text)
    {
        if (text is not null)
        {
            foreach ((string mark, string words) in All)
            {
                if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
                {
                    return words;
                }
            }
        }

        return null;
    }
}
