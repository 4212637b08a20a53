using Azure.Core.Pipeline;
using Azure.Identity;

namespace PresenceClient;

/// <summary>Signing in at a loopback address, for example an emulator's.</summary>
internal static class LoopbackAuthority
{
    // Like the shared transport of Azure.Core, it lives as long as the process.
    private static readonly Lazy<HttpClientTransport> Direct = new(static () => new HttpClientTransport(
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        }));

    /// <summary>Sets the address. A proxy of the environment could not reach this machine's loopback address.</summary>
    public static T At<T>(this T options, Uri authority) where T : TokenCredentialOptions
    {
        options.AuthorityHost = authority;
        if (authority.IsLoopback)
        {
            options.Transport = Direct.Value;
        }

        return options;
    }
}
