using System.Reflection;

namespace PresenceClient.Http;

/// <summary>The headers of one attempt, except those of its body.</summary>
/// <param name="operation">The operation.</param>
/// <param name="authorization">The value of <c>Authorization</c>; null if the adapter signs in.</param>
internal sealed class RequestHeaders(GraphOperation operation, string? authorization)
{
    private static readonly string UserAgent = $"PresenceClient/{Version()}";

    public GraphOperation Operation { get; } = operation;

    /// <summary>The new client request id.</summary>
    public string ClientRequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>Adds the headers to a message or a request.</summary>
    /// <param name="target">The object that the headers are added to.</param>
    /// <param name="add">Adds a header to it: the name and the value.</param>
    public void AddTo<T>(T target, Action<T, string, string> add) where T : class
    {
        add(target, "Accept", GraphRequest.Json);
        if (authorization is not null)
        {
            add(target, "Authorization", authorization);
        }

        add(target, "client-request-id", ClientRequestId);
        add(target, "User-Agent", UserAgent);
        if (Operation.IsAdvancedQuery)
        {
            add(target, "ConsistencyLevel", "eventual");
        }
    }

    private static string Version() =>
        typeof(RequestHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
