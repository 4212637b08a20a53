namespace PresenceClient.Users;

/// <summary>Checks the sign-in names of a lookup, and writes them as a filter.</summary>
internal static class SignInNames
{
    /// <summary>The most values that Graph documents for <c>in</c>, unless the query is an advanced one.</summary>
    public const int Limit = 15;

    // The most characters that Graph documents for a value of eq; the longest sign-in name of Entra has 113.
    private const int LongestName = 120;

    /// <summary>Returns the names as an array, or throws for one that cannot be a sign-in name.</summary>
    public static string[] Require(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] all = [.. names];
        for (int i = 0; i < all.Length; i++)
        {
            if (FaultOf(all[i]) is { } fault)
            {
                throw new ArgumentException($"The name at index {i} {fault}", nameof(names));
            }
        }

        return all;
    }

    /// <summary>The OData filter for users with one of the names.</summary>
    public static string ToFilter(string[] names) =>
        $"userPrincipalName in ({string.Join(',', names.Select(static name => $"'{Escape(name)}'"))})";

    /// <summary>The names in every form that an error message of the service can repeat.</summary>
    public static string[] Spellings(string[] names) => [.. names, .. names.Select(Escape).Except(names)];

    private static string Escape(string name) => name.Replace("'", "''", StringComparison.Ordinal);

    private static string? FaultOf(string? name) =>
        string.IsNullOrWhiteSpace(name)
            ? $"is {(name is null ? "null" : "blank")}. Give a sign-in name, for example adele@contoso.com."
        : GuidText.IsGuid(name)
            ? "is an object id, not a sign-in name. Use it as it is: presence operations take object ids. "
                + "DirectoryUser.IsObjectId tells them apart."
        : name.Length > LongestName
            ? $"has {name.Length} characters. A sign-in name has at most 113, and Microsoft Graph compares at most "
                + $"{LongestName}. Check where the name comes from."
        : WellFormed.IndexOfFault(name) is { } index and >= 0
            ? $"contains an unpaired surrogate at index {index}. Text is sent as UTF-8, which has no form for half a "
                + "character. Check where the name comes from."
        : null;
}
