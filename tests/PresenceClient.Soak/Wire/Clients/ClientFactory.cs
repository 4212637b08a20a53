using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PresenceClient.Http;
using PresenceClient.Soak.Report;
using PresenceClient.Soak.Wire.Credentials;
using PresenceClient.Soak.Wire.Exchanges;
using PresenceClient.Soak.Wire.Leaks;
using PresenceClient.Soak.Wire.Server;

namespace PresenceClient.Soak.Wire.Clients;

/// <summary>Creates the clients of a run.</summary>
internal sealed class ClientFactory(
    int seed, X509Certificate2 certificate, WireServers servers, Findings findings) : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    [SuppressMessage("Reliability", "CA2000", Justification = "The client that is returned owns it.")]
    public SoakClient Create(int number, ClientPlan plan)
    {
        var address = new Uri($"{servers.OriginOf(plan.Transport)}/v1.0");
        var signIns = new SignInLog();
        var sends = new SendLog();
        var options = new PresenceClientOptions
        {
            ApplicationId = SoakClient.ApplicationId,
            BaseAddress = address,
            AttemptTimeout = plan.AttemptTimeout,
            TotalTimeout = plan.TotalTimeout,
            MaxRetries = plan.MaxRetries,
            MaxRequestsPer30Seconds = plan.Pace,
            WaitWhenThrottled = plan.WaitsWhenThrottled,
            LoggerFactory = new LogCapture(
                new LeakScan(findings), plan.HasRudeLogger ? Seeded.Random(seed, plan.Name) : null),
            HttpMessageHandler = plan.HasOwnHandler ? null : new SendTap(TrustingHandler(address), sends),
        };
        TokenCredential credential = plan.SignIns.ByClientSecret
            ? new LoggedCredential(ByClientSecret(number), signIns)
            : new DrawnCredential(number, plan.Name, plan.SignIns, seed, signIns, findings);
        return new SoakClient(
            number, plan, address, signIns, sends, servers, new PresenceServiceClient(credential, options));
    }

    public void Dispose() => _owned.ForEach(static it => it.Dispose());

    // The client's own handler, except that it trusts the certificate of the run.
    private SocketsHttpHandler TrustingHandler(Uri address)
    {
        SocketsHttpHandler handler = ConnectionFactory.CreateHandler(address, ConnectionFactory.PingTime);
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, given, _, _) =>
                given?.GetCertHashString() == certificate.GetCertHashString(),
        };
        _owned.Add(handler);
        return handler;
    }

    private ClientSecretCredential ByClientSecret(int number)
    {
        var http = new HttpClient(TrustingHandler(new Uri(servers.Authority)));
        _owned.Add(http);
        var options = new ClientSecretCredentialOptions
        {
            AuthorityHost = new Uri(servers.Authority),
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(http),
            Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(50) },
        };
        return new ClientSecretCredential(
            Authority.TenantOf(number), SoakClient.ApplicationId, $"{Marks.ClientSecret}~Zx9", options);
    }
}
