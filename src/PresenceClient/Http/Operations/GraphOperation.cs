namespace PresenceClient.Http;

/// <summary>An operation of the service: its name and path in the description, and what it needs.</summary>
/// <param name="Name">The operation's id in <c>presence.openapi.yaml</c>; exceptions carry it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the version.</param>
/// <param name="Permissions">What a token must hold.</param>
internal sealed record GraphOperation(string Name, string Method, string Path, GraphPermissions Permissions)
{
    /// <summary>Whether the national clouds lack it.</summary>
    public bool GlobalCloudOnly { get; init; }

    /// <summary>
    /// Whether it is an advanced query of the directory, which needs the header <c>ConsistencyLevel: eventual</c> for
    /// each page.
    /// </summary>
    public bool IsAdvancedQuery { get; init; }

    /// <summary>Throws if a cloud does not have the operation.</summary>
    public void ThrowIfNotIn(GraphCloud cloud)
    {
        if (GlobalCloudOnly && cloud != GraphCloud.Global)
        {
            throw new NotSupportedException(
                $"{Name} does not exist in the cloud {cloud}. Only the cloud {GraphCloud.Global} has it.");
        }
    }

    /// <summary>The path with an object id in the place of its parameter; a GUID needs no escape.</summary>
    public string PathFor(string objectId)
    {
        ReadOnlySpan<char> path = Path;
        return string.Concat(path[..path.IndexOf('{')], objectId, path[(path.IndexOf('}') + 1)..]);
    }
}
