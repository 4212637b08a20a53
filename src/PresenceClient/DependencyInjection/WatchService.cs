using Microsoft.Extensions.Hosting;

namespace PresenceClient.DependencyInjection;

/// <summary>Creates the watch when the host starts, and disposes it, with its readers, when the host stops.</summary>
internal sealed class WatchService(PresenceWatch watch) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        watch.DisposeAsync().AsTask().WaitAsync(cancellationToken);
}
