using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace PresenceClient.Http;

/// <summary>
/// Switches off Kiota's handlers, which the caller's adapter or HTTP client can have. The pipeline retries, and treats
/// a redirect as an error.
/// </summary>
internal static class KiotaHandlers
{
    private static readonly IRequestOption[] Off =
    [
        new RetryHandlerOption { MaxRetry = 0 },
        new RedirectHandlerOption { MaxRedirect = 0 },
    ];

    public static void SwitchOff(RequestInformation request) => request.AddRequestOptions(Off);

    public static void SwitchOff(HttpRequestMessage message)
    {
        foreach (IRequestOption option in Off)
        {
            // The key under which the handlers look for it.
            message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        }
    }
}
