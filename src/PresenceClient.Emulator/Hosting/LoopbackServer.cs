using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PresenceClient.Emulator.Hosting;

/// <summary>Kestrel on a loopback port, without a generic host: no configuration, no logging, a fast start.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly LoopbackTls? _tls;
    private readonly KestrelServer _kestrel;

    public LoopbackServer(int port, HttpsCertificate https)
    {
        _tls = https == HttpsCertificate.None ? null : new LoopbackTls(https);
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port, listen => _tls?.Use(listen));
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    /// <summary>The public part of the certificate; null for http.</summary>
    public X509Certificate2? Certificate => _tls?.Certificate;

    /// <summary>The address with the bound port, after the server has started.</summary>
    public Uri Address
    {
        get
        {
            var bound = new UriBuilder(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            bound.Host = _tls?.HostName ?? bound.Host;
            return bound.Uri;
        }
    }

    public Task StartAsync(IHttpApplication<HttpContext> application, CancellationToken cancellationToken) =>
        _kestrel.StartAsync(application, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // Requests in flight get a moment to complete, and are then aborted.
        using var grace = new CancellationTokenSource(Grace);
        await _kestrel.StopAsync(grace.Token).ConfigureAwait(false);
        _kestrel.Dispose();
        _tls?.Dispose();
    }
}
