using System.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// The endpoint of requests: the address that tokens may be sent to, its cloud, and the scope of the tokens.
/// </summary>
internal sealed class GraphEndpoint
{
    private const string ChinaHost = "microsoftgraph.chinacloudapi.cn";

    /// <summary>The message for the address of Microsoft Graph in China.</summary>
    public const string NoPresenceInChina = "The address is Microsoft Graph in China (operated by 21Vianet). Presence "
        + "is not available in this cloud.";

    private const GraphCloud First = GraphCloud.Global;

    private GraphEndpoint(Uri baseAddress, GraphCloud cloud)
    {
        BaseAddress = baseAddress;
        Cloud = cloud;
        Scope = $"https://{HostOf(cloud)}/.default";
    }

    /// <summary>The address with its version and no slash at the end.</summary>
    public Uri BaseAddress { get; }

    public GraphCloud Cloud { get; }

    public string Scope { get; }

    /// <summary>Returns the endpoint of an address, or of the cloud if there is none.</summary>
    /// <param name="address">The checked address, or null.</param>
    /// <param name="cloud">The cloud that the caller chose. The cloud of a known address takes precedence.</param>
    public static GraphEndpoint Create(Uri? address, GraphCloud cloud)
    {
        Uri root = address is null
            ? new Uri($"https://{HostOf(cloud)}/v1.0")
            : new Uri(address.AbsoluteUri.TrimEnd('/'));
        return new GraphEndpoint(root, CloudOf(root) ?? cloud);
    }

    /// <summary>Whether a cloud is one of the enumeration.</summary>
    public static bool IsKnown(GraphCloud cloud) => cloud is >= First and <= GraphCloud.UsGovernmentL5;

    /// <summary>Whether a token may be sent to an address of the service.</summary>
    public bool IsOwn(Uri address) =>
        // Uri has the scheme and the host in lower case.
        address.IsAbsoluteUri && address.UserInfo.Length == 0
            && (address.Scheme, address.Host, address.Port)
                == (BaseAddress.Scheme, BaseAddress.Host, BaseAddress.Port);

    /// <summary>Returns why an address isn't valid, and what to do; null if it is valid.</summary>
    public static string? Refusal(string text)
    {
        string? fault =
            !Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? "is not absolute"
            : address.Host == ChinaHost ? NoPresenceInChina
            : address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsLoopback(address))
                ? "is neither https nor http to a loopback address (localhost, 127.0.0.1, [::1]), so a token could be "
                    + "read in transit"
            : address.UserInfo.Length > 0 ? "contains a user name or a password"
            : address.Query.Length > 0 || address.Fragment.Length > 0 ? "has a query or a fragment"
            : address.AbsolutePath == "/" ? "has no version"
            : null;
        return fault is null or NoPresenceInChina
            ? fault
            : $"The address {fault}. Use one with a version, for example https://graph.microsoft.com/v1.0.";
    }

    // Kiota's sign-in sends tokens over http only to these, not to the rest of 127.0.0.0/8.
    private static bool IsLoopback(Uri address) => address.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static GraphCloud? CloudOf(Uri address)
    {
        for (GraphCloud cloud = First; IsKnown(cloud); cloud++)
        {
            if (address.Host == HostOf(cloud))
            {
                return cloud;
            }
        }

        return null;
    }

    private static string HostOf(GraphCloud cloud) => cloud switch
    {
        GraphCloud.Global => "graph.microsoft.com",
        GraphCloud.UsGovernmentL4 => "graph.microsoft.us",
        GraphCloud.UsGovernmentL5 => "dod-graph.microsoft.us",
        _ => throw new UnreachableException("The options were checked for a known cloud."),
    };
}
