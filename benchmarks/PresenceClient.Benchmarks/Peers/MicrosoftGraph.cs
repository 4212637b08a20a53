using System.Runtime.CompilerServices;

namespace PresenceClient.Benchmarks.Peers;

/// <summary>
/// Microsoft's SDK in this process, so that both sides are measured in turn, but in a load context of its own. The
/// methods are those of the peer's <c>GraphPeer</c>, bound by name.
/// </summary>
internal static class MicrosoftGraph
{
    private const string Peer = "PresenceClient.Benchmarks.MicrosoftGraph";

    private static readonly Type Calls =
        PeerContext.Load(Path.Combine(AppContext.BaseDirectory, "microsoft-graph", $"{Peer}.dll"))
            .GetType($"{Peer}.GraphPeer", throwOnError: true)!;

    /// <summary>The bytes of a bulk answer to models.</summary>
    public static Func<Task<int>> ReadAnswer(byte[] json) => Bind<Func<byte[], Func<Task<int>>>>()(json);

    /// <summary>One bulk call, over the bare handler.</summary>
    public static Func<Task<int>> ReadMany(HttpMessageHandler handler, string token, string[] ids) =>
        Bind<Func<HttpMessageHandler, string, string[], Func<Task<int>>>>()(handler, token, ids);

    /// <summary>One presence, through the handlers that the SDK has by default.</summary>
    public static Func<Task<int>> ReadOne(HttpMessageHandler handler, string token, string id) =>
        Bind<Func<HttpMessageHandler, string, string, Func<Task<int>>>>()(handler, token, id);

    /// <summary>Single reads, all at once, over the bare handler.</summary>
    public static Func<Task<int>> ReadEach(HttpMessageHandler handler, string token, string[] ids) =>
        Bind<Func<HttpMessageHandler, string, string[], Func<Task<int>>>>()(handler, token, ids);

    /// <summary>Any number of presences, in chunks of what a request takes, some requests at once.</summary>
    public static Func<Task<int>> ReadInChunks(
        HttpMessageHandler handler, string token, Uri address, string[] ids, int chunk, int atOnce) =>
        Bind<Func<HttpMessageHandler, string, Uri, string[], int, int, Func<Task<int>>>>()(
            handler, token, address, ids, chunk, atOnce);

    private static T Bind<T>([CallerMemberName] string method = "")
        where T : Delegate =>
        Calls.GetMethod(method)!.CreateDelegate<T>();
}
