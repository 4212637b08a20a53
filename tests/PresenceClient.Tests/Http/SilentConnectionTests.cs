using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>A connection that goes silent, with TLS and HTTP/2 as Graph uses them.</summary>
public sealed class SilentConnectionTests
{
    private static readonly TimeSpan ShortestPing = TimeSpan.FromSeconds(1);

    [Fact]
    public void OwnHandler_FindsOutWellBeforeAnAttemptIsOver()
    {
        using SocketsHttpHandler handler = ConnectionFactory.CreateHandler(null, ConnectionFactory.PingTime);

        handler.KeepAlivePingPolicy.Should().Be(HttpKeepAlivePingPolicy.WithActiveRequests);
        (handler.KeepAlivePingDelay + handler.KeepAlivePingTimeout).Should()
            .BeLessThanOrEqualTo(new PresenceClientOptions().AttemptTimeout / 2);
    }

    [Fact]
    public async Task Connection_FallsSilent_ALaterAttemptOfTheCallSucceedsOnANewOne()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using WebApplication graph = Graph(certificate);
        await graph.StartAsync(Test.Token);
        string address = graph.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        await using var forwarder = new FreezingForwarder(new Uri(address).Port);

        // The production handler, with the shortest possible pings, and limits that do not end an attempt.
        var forwarded = new Uri($"https://localhost:{forwarder.Port}/v1.0");
        using SocketsHttpHandler handler = ConnectionFactory.CreateHandler(forwarded, ShortestPing);
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown?.GetCertHashString() == certificate.GetCertHashString(),
        };
        using var client = new PresenceServiceClient(new FakeCredential(), new()
        {
            BaseAddress = forwarded,
            HttpMessageHandler = handler,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
        });
        await client.Me.GetPresenceAsync(Test.Token);

        forwarder.Freeze();
        UserPresence presence = await client.Me.GetPresenceAsync(Test.Token).BoundedAsync();

        presence.Id.Should().Be(Samples.Adele);
        forwarder.Connections.Should().BeGreaterThan(1);
    }

    private static WebApplication Graph(X509Certificate2 certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseHttps(certificate);
            }));
        WebApplication graph = builder.Build();
        graph.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Samples.Presence(), context.RequestAborted);
        });
        return graph;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
