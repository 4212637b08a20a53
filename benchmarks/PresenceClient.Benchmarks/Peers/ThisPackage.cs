namespace PresenceClient.Benchmarks.Peers;

/// <summary>This package's client with the options of all benchmarks.</summary>
internal static class ThisPackage
{
    /// <summary>The token of all clients.</summary>
    public const string Token = "token";

    public static PresenceServiceClient Open(HttpMessageHandler handler, string token = Token, Uri? address = null) =>
        new(new FixedCredential(token), new()
        {
            HttpMessageHandler = handler,
            BaseAddress = address,
            // A benchmark sends more requests at once than the service allows in 30 seconds.
            MaxRequestsPer30Seconds = null,
        });
}
