using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.TestSupport;

/// <summary>A server on loopback with an untrusted certificate.</summary>
internal sealed class UntrustedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public UntrustedServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"https://{_listener.LocalEndpoint}/v1.0";

    public async ValueTask DisposeAsync()
    {
        await _serving;
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        using var key = RSA.Create(2048);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 made = new CertificateRequest(
            "CN=presence", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        // TLS on Windows does not accept a key that is only in memory.
        using X509Certificate2 certificate =
            X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
        using TcpClient client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var secure = new SslStream(client.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
            await secure.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client ends the handshake, as it should.
        }
    }
}
