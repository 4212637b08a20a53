namespace PresenceClient.Http;

/// <summary>The request of one attempt, without its headers.</summary>
/// <param name="address">The address.</param>
/// <param name="body">The JSON body, which sending consumes; null for none.</param>
internal sealed class GraphRequest(Uri address, Stream? body = null)
{
    /// <summary>The media type of every body, and of every answer.</summary>
    public const string Json = "application/json";

    public Uri Address { get; } = address;

    public Stream? Body { get; } = body;

    public HttpMethod Method { get; init; } = body is null ? HttpMethod.Get : HttpMethod.Post;
}
