namespace PresenceClient.Http;

/// <summary>An operation of the service: its name and path in the description, and its permissions.</summary>
/// <param name="Name">The operation's id in <c>presence.openapi.yaml</c>, which exceptions contain.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the version.</param>
/// <param name="Permissions">The permissions that a token requires.</param>
internal sealed record GraphOperation(string Name, string Method, string Path, GraphPermissions Permissions)
{
    /// <summary>Whether only the global cloud has the operation.</summary>
    public bool GlobalCloudOnly { get; init; }

    /// <summary>
    /// Whether it is an advanced query of the directory, which needs the header <c>ConsistencyLevel: eventual</c> for
    /// each page.
    /// </summary>
    public bool IsAdvancedQuery { get; init; }

    /// <summary>Throws if a cloud doesn't have the operation.</summary>
    public void ThrowIfNotIn(GraphCloud cloud)
    {
        if (GlobalCloudOnly && cloud != GraphCloud.Global)
        {
            throw new NotSupportedException(
                $"{Name} is not available in the cloud {cloud}. Only the cloud {GraphCloud.Global} has it.");
        }
    }

    /// <summary>Returns the path with an object id as its parameter. A GUID needs no escaping.</summary>
    public string PathFor(string objectId)
    {
        ReadOnlySpan<char> path = Path;
        return string.Concat(path[..path.IndexOf('{')], objectId, path[(path.IndexOf('}') + 1)..]);
    }
}
