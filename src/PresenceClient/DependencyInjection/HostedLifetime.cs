using Microsoft.Extensions.Hosting;

namespace PresenceClient.DependencyInjection;

/// <summary>Creates a part when the host starts, since it is injected here, and ends it when the host stops.</summary>
internal sealed class HostedLifetime(IAsyncDisposable part) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        part.DisposeAsync().AsTask().WaitAsync(cancellationToken);
}
