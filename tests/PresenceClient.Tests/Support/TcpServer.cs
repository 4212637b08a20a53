using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PresenceClient.Tests.Support;

/// <summary>A server on loopback that runs the test's code for each connection and then closes it.</summary>
internal sealed class TcpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private int _connections;

    public TcpServer(Func<TcpClient, Task> serve)
    {
        _listener.Start();
        _serving = ServeAsync(serve);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Https => new($"https://localhost:{Port}/v1.0");

    public Uri Http => new($"http://127.0.0.1:{Port}/v1.0");

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A server that sends the same bytes after each request, or at once.</summary>
    public static TcpServer Answering(byte[] answer, bool afterRequest = true, bool reset = false) =>
        new(client => AnswerAsync(client, answer, afterRequest, reset));

    /// <summary>A server that speaks TLS and then runs the test's code.</summary>
    public static TcpServer Secure(SslServerAuthenticationOptions options, Func<SslStream, Task> serve) =>
        new(async client =>
        {
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(options, Test.Token);
            await serve(stream);
        });

    /// <summary>A certificate that no client trusts.</summary>
    public static X509Certificate2 Certificate(string name = "localhost", int days = 1)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset end = DateTimeOffset.UtcNow.AddDays(days);
        using X509Certificate2 certificate = request.CreateSelfSigned(end.AddDays(-10), end);

        // TLS on Windows does not accept a key that exists only in memory.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    public static async Task ReadHeadAsync(Stream stream)
    {
        byte[] one = new byte[1];
        for (int line = -1; line != 0 && await stream.ReadAsync(one, Test.Token) > 0;)
        {
            line = one[0] switch { (byte)'\n' when line == 1 => 0, (byte)'\n' => 1, (byte)'\r' => line, _ => -1 };
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private static async Task AnswerAsync(TcpClient client, byte[] answer, bool afterRequest, bool reset)
    {
        NetworkStream stream = client.GetStream();
        if (afterRequest)
        {
            await ReadHeadAsync(stream);
        }

        await stream.WriteAsync(answer, Test.Token);
        if (reset)
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            return;
        }

        // Wait until the other side has read everything and closed; otherwise bytes can be lost.
        client.Client.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null, Test.Token);
    }

    private async Task ServeAsync(Func<TcpClient, Task> serve)
    {
        List<Task> running = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(Test.Token);
                Interlocked.Increment(ref _connections);
                running.Add(ServeOneAsync(client, serve));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was disposed, which ends the loop.
        }

        await Task.WhenAll(running);
    }

    private static async Task ServeOneAsync(TcpClient client, Func<TcpClient, Task> serve)
    {
        using (client)
        {
            try
            {
                await serve(client);
            }
            catch (Exception e) when (e is IOException or SocketException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client ended the connection, which most tests are about.
            }
        }
    }
}
