namespace PresenceClient.Benchmarks.Peers;

/// <summary>The client as it is measured everywhere here.</summary>
internal static class ThisPackage
{
    /// <summary>What the sign-in gives, here and to every peer.</summary>
    public const string Token = "token";

    public static PresenceServiceClient Open(HttpMessageHandler handler, string token = Token, Uri? address = null) =>
        new(new FixedCredential(token), new()
        {
            HttpMessageHandler = handler,
            BaseAddress = address,
            // A benchmark sends more in a moment than the service allows in half a minute.
            MaxRequestsPer30Seconds = null,
        });
}
