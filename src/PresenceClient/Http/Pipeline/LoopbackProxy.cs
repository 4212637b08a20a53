using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace PresenceClient.Http;

/// <summary>
/// Finds handlers of the caller that would send requests for an http loopback address, and so tokens in clear text,
/// through a proxy.
/// </summary>
internal static class LoopbackProxy
{
    public const string Cure = "would send tokens for an http loopback address through a proxy in clear text. Set its "
        + "UseProxy to false, or list the host in NO_PROXY";

    /// <summary>Whether no proxy may be used for an address.</summary>
    public static bool Concerns([NotNullWhen(true)] Uri? address) =>
        address is { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" };

    /// <summary>Whether the handler at the end of a chain uses a proxy for the address.</summary>
    /// <remarks>False for handlers that are not .NET's own, which do not show it.</remarks>
    public static bool IsUsedBy(HttpMessageHandler? handler, Uri address)
    {
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        return handler switch
        {
            SocketsHttpHandler { UseProxy: true, Proxy: var proxy } => Takes(proxy, address),
            HttpClientHandler { UseProxy: true, Proxy: var proxy } => Takes(proxy, address),
            _ => false,
        };
    }

    private static bool Takes(IWebProxy? own, Uri address)
    {
        IWebProxy proxy = own ?? HttpClient.DefaultProxy;
        return !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } via && via != address;
    }
}
