using System.Diagnostics;

namespace PresenceClient.Http;

/// <summary>
/// Where requests go: an address that tokens may be sent to, the cloud it stands in, and the scope of the tokens.
/// </summary>
internal sealed class GraphEndpoint
{
    private const string ChinaHost = "microsoftgraph.chinacloudapi.cn";

    private const string NoPresenceInChina =
        "is Microsoft Graph in China (operated by 21Vianet), which has no presence; there is no cure";

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

    /// <summary>The endpoint of an address, or of the cloud where there is none.</summary>
    /// <param name="address">The address that the caller gave, or null.</param>
    /// <param name="cloud">The cloud that the caller chose; a known address's own cloud wins.</param>
    /// <param name="source">Where the address was given, for the error.</param>
    public static GraphEndpoint Create(Uri? address, GraphCloud cloud, string source)
    {
        Uri checkedAddress = address is null ? new Uri($"https://{HostOf(cloud)}/v1.0") : Check(address, source);
        return new GraphEndpoint(checkedAddress, CloudOf(checkedAddress) ?? cloud);
    }

    /// <summary>Whether an address that the service names is one that a token may go to.</summary>
    public bool IsOwn(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0 &&
        Uri.Compare(address, BaseAddress, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Why tokens may not be sent to an address, and the cure; null if they may.</summary>
    public static string? Refusal(Uri address)
    {
        string? fault =
            !address.IsAbsoluteUri ? "is not absolute"
            : address.Host.Equals(ChinaHost, StringComparison.OrdinalIgnoreCase) ? NoPresenceInChina
            : address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsLoopback(address))
                ? "is neither https nor http to a loopback address (localhost, 127.0.0.1, [::1]), so a token could be "
                    + "read on the way"
            : address.UserInfo.Length > 0 ? "holds a user name or a password"
            : address.Query.Length > 0 || address.Fragment.Length > 0 ? "has a query or a fragment"
            : address.AbsolutePath == "/" ? "lacks the version"
            : null;
        return fault is null or NoPresenceInChina
            ? fault
            : $"{fault}; give one such as https://graph.microsoft.com/v1.0";
    }

    /// <summary>
    /// An address without the name and the password that it may hold; words for what is no web address.
    /// </summary>
    public static string Printable(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" }
        ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "(no web address)";

    private static Uri Check(Uri address, string source) => Refusal(address) switch
    {
        null => new Uri(address.AbsoluteUri.TrimEnd('/')),
        NoPresenceInChina =>
            throw new NotSupportedException($"{source}: {Printable(address)} {NoPresenceInChina}."),
        { } refusal => throw new ArgumentException($"The address {Printable(address)} {refusal}.", source),
    };

    // Kiota's sign-in gives tokens over http to these alone, not to the rest of 127.0.0.0/8.
    private static bool IsLoopback(Uri address) => address.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static GraphCloud? CloudOf(Uri address)
    {
        foreach (GraphCloud cloud in Enum.GetValues<GraphCloud>())
        {
            if (address.Host.Equals(HostOf(cloud), StringComparison.OrdinalIgnoreCase))
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
