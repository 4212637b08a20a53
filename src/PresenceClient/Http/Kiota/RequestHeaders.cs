using System.Diagnostics;
using System.Reflection;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace PresenceClient.Http;

/// <summary>Adds the headers and options that every request has.</summary>
internal static class RequestHeaders
{
    private const string ClientRequestId = "client-request-id";

    private static readonly string UserAgent = $"PresenceClient/{Version()}";

    // The caller's adapter can have Kiota's handlers. The pipeline retries, and treats a redirect as an error.
    private static readonly IRequestOption[] Options =
    [
        new RetryHandlerOption { MaxRetry = 0, ShouldRetry = static (_, _, _) => false },
        new RedirectHandlerOption { MaxRedirect = 0, ShouldRedirect = static _ => false },
    ];

    /// <summary>Adds the headers and options, and returns the new client request id.</summary>
    /// <param name="request">The request to add them to.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="authorization">The value of <c>Authorization</c>; null if the adapter signs in.</param>
    /// <param name="endpoint">The only endpoint that a request may be sent to.</param>
    public static string Add(
        RequestInformation request, GraphOperation operation, string? authorization, GraphEndpoint endpoint)
    {
        // Expand the template once; otherwise the adapter expands it again.
        Uri address = request.URI = request.URI;
        if (!endpoint.IsOwn(address))
        {
            throw new UnreachableException("A request is sent only to the endpoint. All addresses were checked.");
        }

        if (authorization is not null)
        {
            request.Headers.TryAdd("Authorization", authorization);
        }

        string id = Guid.NewGuid().ToString();
        request.Headers.TryAdd(ClientRequestId, id);
        request.Headers.TryAdd("User-Agent", UserAgent);
        if (operation.IsAdvancedQuery)
        {
            request.Headers.TryAdd("ConsistencyLevel", "eventual");
        }

        request.AddRequestOptions(Options);
        return id;
    }

    private static string Version() =>
        typeof(RequestHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
