namespace PresenceClient.Soak.Wire.Leaks;

/// <summary>
/// What every secret of the run contains, so that a leak is found by a search, in whatever text it is. None contains a
/// character that an encoding changes.
/// </summary>
internal static class Marks
{
    /// <summary>The end of every object id; as hexadecimal digits it survives every way to write a GUID.</summary>
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

    /// <summary>Says which secret is in a text, or null.</summary>
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
