using System.Reflection;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace PresenceClient.Http;

/// <summary>What every request carries beside its content.</summary>
internal static class RequestHeaders
{
    private const string ClientRequestId = "client-request-id";

    private static readonly string UserAgent = $"PresenceClient/{Version()}";

    // A foreign adapter can bring Kiota's handlers: the pipeline retries, and takes a redirect as an error.
    private static readonly IRequestOption[] Options =
    [
        new RetryHandlerOption { MaxRetry = 0, ShouldRetry = static (_, _, _) => false },
        new RedirectHandlerOption { MaxRedirect = 0, ShouldRedirect = static _ => false },
    ];

    /// <summary>Adds the headers and options, and returns the new client request id.</summary>
    public static string Add(RequestInformation request)
    {
        // The template is expanded here, once: sign-in and the adapter would each expand it again.
        request.URI = request.URI;
        string id = Guid.NewGuid().ToString();
        request.Headers.TryAdd(ClientRequestId, id);
        request.Headers.TryAdd("User-Agent", UserAgent);
        request.AddRequestOptions(Options);
        return id;
    }

    private static string Version() =>
        typeof(RequestHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
