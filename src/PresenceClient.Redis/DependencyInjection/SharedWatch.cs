using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.DependencyInjection;
using PresenceClient.Http;
using PresenceClient.Presences.Watching;
using StackExchange.Redis;

namespace PresenceClient.Redis;

/// <summary>A watch whose states come through Redis, and its status.</summary>
/// <param name="Watch">The watch.</param>
/// <param name="Sharing">The status.</param>
internal sealed record SharedWatch(PresenceWatch Watch, PresenceSharing Sharing)
{
    /// <summary>Creates the watch of a key.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes the watch.")]
    public static SharedWatch Create(IServiceProvider provider, string? key)
    {
        PresenceWatchOptions options = WatchOptionsCheck.Check(provider.OptionsOf<PresenceWatchOptions>(key));
        PresenceSharingOptions sharing = provider.OptionsOf<PresenceSharingOptions>(key);
        PresenceServiceClient client = provider.GetRequiredKeyedService<PresenceServiceClient>(key);
        IConnectionMultiplexer connection = sharing.Connection?.Invoke(provider)
            ?? provider.GetRequiredService<IConnectionMultiplexer>();
        ClientContext context = client.Presences.Context;
        var keys = new SharingKeys(sharing.Key ?? SharingScope.Find(provider, key, out _)!);
        var board = new StatusBoard(key ?? "", context.Time);
        var watch = new PresenceWatch(new WatchEngine(context, options, (state, stop) => new SharingLoop(
            new SharedHost(context, state, options, sharing, keys, connection, board), stop)));
        return new SharedWatch(watch, new PresenceSharing(board));
    }
}
