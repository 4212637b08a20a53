namespace PresenceClient.Soak.Wire.Server;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path with its query, without scheme and host.</param>
/// <param name="Headers">The headers, each as it came.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record WireRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The value of a header; those of several joined by a comma; null for none.</summary>
    public string? Header(string name)
    {
        string[] values = [.. Headers
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(static header => header.Value)];
        return values.Length == 0 ? null : string.Join(',', values);
    }
}
