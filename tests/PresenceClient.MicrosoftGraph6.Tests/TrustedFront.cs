using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PresenceClient.Emulator;

namespace PresenceClient.MicrosoftGraph.Tests;

/// <summary>
/// An https address of an emulator that this process trusts as it trusts the sign-in of Microsoft: the SDK reads the
/// keys of validation tokens over https only, with an HTTP client of its own.
/// </summary>
internal sealed partial class TrustedFront : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = CreateCertificate();

    private readonly WebApplication _app;
    private readonly HttpClient _emulator;

    private TrustedFront(WebApplication app, PresenceEmulator emulator)
    {
        _app = app;
        _emulator = new HttpClient(emulator.CreateHandler());
        app.Run(ForwardAsync);
    }

    public string OpenIdConfigurationAddress => $"{_app.Urls.Single()}/common/.well-known/openid-configuration";

    /// <summary>Whether a process can choose the certificates that it trusts.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux();

    /// <summary>Lets the process trust the certificate. OpenSSL reads the variable at the first connection.</summary>
    [ModuleInitializer]
    internal static void Trust()
    {
        if (IsPossible)
        {
            string file = Path.Combine(Directory.CreateTempSubdirectory("presence-").FullName, "trusted.pem");
            File.WriteAllText(file, Certificate.ExportCertificatePem());
            _ = SetEnvironment("SSL_CERT_FILE", file, 1);
        }
    }

    public static async Task<TrustedFront> StartAsync(PresenceEmulator emulator)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(
            options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate)));
        var front = new TrustedFront(builder.Build(), emulator);
        await front._app.StartAsync(TestContext.Current.CancellationToken);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _emulator.Dispose();
    }

    // The runtime keeps a copy of the environment, which OpenSSL does not read.
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task ForwardAsync(HttpContext context)
    {
        string address = $"https://{context.Request.Host}{context.Request.Path}";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await _emulator.GetStringAsync(new Uri(address), context.RequestAborted));
    }
}
