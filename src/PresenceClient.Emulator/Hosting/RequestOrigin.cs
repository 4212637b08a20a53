using System.Net;
using Microsoft.AspNetCore.Http;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Determines scheme and host for links to the emulator. A forged host is never used in a link.</summary>
internal static class RequestOrigin
{
    private const string Graph = "https://graph.microsoft.com";

    /// <summary>
    /// Returns the origin that the caller used if it can be the emulator's; otherwise the emulator's own.
    /// </summary>
    public static string Of(HttpContext context)
    {
        HttpRequest request = context.Request;
        RequestHost? host = RequestHost.Parse(request.Headers.Host.ToString());
        // Requests in memory have no address, and every host is valid.
        if (context.Connection.LocalIpAddress is not { } address)
        {
            return host is { } any ? $"{request.Scheme}://{any}" : Graph;
        }

        return host?.IsLoopback() == true
            ? $"{request.Scheme}://{host}"
            : $"{request.Scheme}://{new IPEndPoint(address, context.Connection.LocalPort)}";
    }
}
