namespace PresenceClient;

/// <summary>The resource of a subscription to presence: the path of one user, or a filter by ids.</summary>
internal static class PresenceResource
{
    private const string Path = "communications/presences";

    /// <summary>Returns the resource of users, whose ids are GUIDs.</summary>
    public static string Of(IEnumerable<string> ids) => $"/{Path}?$filter=id in ('{string.Join("','", ids)}')";

    /// <summary>
    /// Returns whether a resource is the presence of users. The slash at the beginning, quotes and casing vary.
    /// </summary>
    public static bool IsPresence(string resource) =>
        resource.AsSpan().TrimStart('/').StartsWith(Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the object ids in a resource, in their order.</summary>
    public static IReadOnlyList<string> IdsIn(string resource)
    {
        var ids = new List<string>();
        for (int at = 0; at + GuidText.Length <= resource.Length;)
        {
            ReadOnlySpan<char> text = resource.AsSpan(at, GuidText.Length);
            if (GuidText.IsGuid(text))
            {
                ids.Add(text.ToString());
                at += GuidText.Length;
            }
            else
            {
                at++;
            }
        }

        return ids;
    }
}
