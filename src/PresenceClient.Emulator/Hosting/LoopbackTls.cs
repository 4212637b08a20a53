using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace PresenceClient.Emulator.Hosting;

/// <summary>The TLS of a loopback port: its certificate, and the services that Kestrel requires for TLS.</summary>
internal sealed class LoopbackTls : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly X509Certificate2? _own;

    public LoopbackTls(HttpsCertificate https)
    {
        // Nothing else registers them, because there is no generic host.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        _services = builder.Services.BuildServiceProvider();
        _own = https == HttpsCertificate.SelfSigned ? SelfSignedCertificate.Create() : null;
    }

    /// <summary>The public part of the certificate, after the port is configured.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>The host name to use in place of the IP address, which not every development certificate has.</summary>
    public string? HostName => _own is null ? "localhost" : null;

    /// <summary>Configures a port.</summary>
    /// <exception cref="InvalidOperationException">There is no valid development certificate.</exception>
    public void Use(ListenOptions listen)
    {
        HttpsConnectionAdapterOptions? used = null;
        listen.KestrelServerOptions.ApplicationServices = _services;
        try
        {
            // Without a certificate of its own, Kestrel uses the development certificate.
            listen.UseHttps(https => (used = https).ServerCertificate = _own);
        }
        catch (InvalidOperationException e)
        {
            Dispose();
            throw new InvalidOperationException(
                "The development certificate of ASP.NET Core was not found, or it has expired. Create one with"
                + " 'dotnet dev-certs https', or use a self-signed certificate.",
                e);
        }

        Certificate = X509CertificateLoader.LoadCertificate(used!.ServerCertificate!.RawData);
    }

    public void Dispose()
    {
        _services.Dispose();
        _own?.Dispose();
        Certificate?.Dispose();
    }
}
