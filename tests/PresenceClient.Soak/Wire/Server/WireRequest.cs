namespace PresenceClient.Soak.Wire.Server;

/// <summary>A request as it was received.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path with its query, without scheme and host.</param>
/// <param name="Headers">The headers, as they were received.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record WireRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The value of a header; several values are joined by commas; null if the header is missing.</summary>
    public string? Header(string name)
    {
        string[] values = [.. Headers
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(static header => header.Value)];
        return values.Length == 0 ? null : string.Join(',', values);
    }
}
