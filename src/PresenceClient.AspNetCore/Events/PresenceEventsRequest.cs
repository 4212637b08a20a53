using Microsoft.AspNetCore.Http;

namespace PresenceClient;

/// <summary>What a caller of <c>MapPresenceEvents</c> asks for.</summary>
public sealed class PresenceEventsRequest
{
    /// <summary>Creates a request, for example in a test.</summary>
    /// <param name="httpContext">The HTTP request, with its user.</param>
    /// <param name="ids">The object ids of <c>?ids=</c>; null or empty if the query has none.</param>
    /// <param name="group">The name of <c>?group=</c>; null if the query has none.</param>
    public PresenceEventsRequest(HttpContext httpContext, IReadOnlyList<string>? ids = null, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        (HttpContext, Ids, Group) = (httpContext, ids ?? [], group);
    }

    /// <summary>The HTTP request, with its user.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The object ids of <c>?ids=</c>, valid GUIDs; empty if the query has none.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The name of <c>?group=</c>, as the caller wrote it; null if the query has none.</summary>
    public string? Group { get; }
}
