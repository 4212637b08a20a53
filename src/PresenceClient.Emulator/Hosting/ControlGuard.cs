using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PresenceClient.Emulator.Control;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Keeps other machines and web pages away from the control API, which has secrets and can reset.</summary>
internal static class ControlGuard
{
    /// <summary>The answer to a request that isn't let in; null if it is.</summary>
    public static ControlAnswer? Refuse(HttpContext context)
    {
        // In memory there is no address, and only this process can call.
        if (context.Connection.RemoteIpAddress is { } address)
        {
            if (!IPAddress.IsLoopback(address))
            {
                return ControlAnswer.NotFound("The control API only answers callers on this machine.");
            }

            if (RefuseHost(context.Request.Headers.Host.ToString()) is { } badHost)
            {
                return badHost;
            }
        }

        return RefuseOrigin(context.Request) ?? RefuseSite(context.Request.Headers["Sec-Fetch-Site"]);
    }

    // A page whose own name was rebound to this machine sends that name.
    private static ControlAnswer? RefuseHost(string host) => RequestHost.Parse(host)?.IsLoopback() == true
        ? null
        : ControlAnswer.Forbidden(
            $"The Host '{host}' is not a loopback name. The control API only answers requests to this machine by a"
            + " loopback name. Use 127.0.0.1, localhost or [::1].");

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
                $"The Origin '{origin}' is another web site. The control API doesn't answer pages of other sites. Call"
                + " it from a program, or from a page that the same host serves.");
    }

    private static ControlAnswer? RefuseSite(StringValues site) =>
        site.Count == 0 || site == "same-origin" || site == "none"
            ? null
            : ControlAnswer.Forbidden(
                $"Sec-Fetch-Site is '{site}': a page of another site sent the request. The control API doesn't answer"
                + " pages of other sites. Call it from a program.");
}
