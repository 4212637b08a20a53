using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PresenceClient.Emulator.Control;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Protects the control API, which returns secrets and can reset, from other machines and web pages.</summary>
internal static class ControlGuard
{
    /// <summary>Returns the answer to a request that is not admitted; null if it is admitted.</summary>
    public static ControlAnswer? Refuse(HttpContext context)
    {
        // Requests in memory have no address, and only this process can send them.
        if (context.Connection.RemoteIpAddress is { } address)
        {
            if (!IPAddress.IsLoopback(address))
            {
                return ControlAnswer.NotFound("The control API is available only on this machine.");
            }

            if (RefuseHost(context.Request.Headers.Host.ToString()) is { } badHost)
            {
                return badHost;
            }
        }

        return RefuseOrigin(context.Request) ?? RefuseSite(context.Request.Headers["Sec-Fetch-Site"]);
    }

    // After DNS rebinding, a page sends its own host name.
    private static ControlAnswer? RefuseHost(string host) => RequestHost.Parse(host)?.IsLoopback() == true
        ? null
        : ControlAnswer.Forbidden(
            $"The Host '{host}' is not a loopback name. The control API accepts only loopback names."
            + " Use 127.0.0.1, localhost or [::1].");

    private static ControlAnswer? RefuseOrigin(HttpRequest request)
    {
        StringValues origin = request.Headers.Origin;
        if (origin.Count == 0)
        {
            return null;
        }

        string own = request.Headers.Host.ToString();
        return origin == "http://" + own || origin == "https://" + own
            ? null
            : ControlAnswer.Forbidden(
                $"The Origin '{origin}' is another web site. The control API rejects requests from other sites. Call"
                + " it from a program, or from a page of the same host.");
    }

    private static ControlAnswer? RefuseSite(StringValues site) =>
        site.Count == 0 || site == "same-origin" || site == "none"
            ? null
            : ControlAnswer.Forbidden(
                $"Sec-Fetch-Site is '{site}': a page of another site sent the request. The control API rejects"
                + " requests from other sites. Call it from a program.");
}
