using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PresenceClient.Tests.DependencyInjection;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Docs.Mistakes;

/// <summary>What a host reports when it starts.</summary>
internal static class HostMistakes
{
    public static readonly Dictionary<string, Func<Task>> All = new()
    {
        ["Presence: The section is missing or empty."] = Starting(SignedIn()),
        ["Presence:…: The key is not known."] = Starting(SignedIn(("AttemptTimout", "00:00:30"))),
        ["Presence:AttemptTimeout: The value is not a duration."] = Starting(SignedIn(("AttemptTimeout", "30"))),
        ["Presence:Credential:Kind: No sign-in is configured."] = Starting(Configured(("Cloud", "Global"))),
        ["Presence:Credential:ClientSecret: The value is missing."] = Starting(Configured(OfKind("ClientSecret"))),
        ["Presence:Credential:ClientSecret: ClientSecret cannot be combined with ClientCertificate."] =
            Starting(Configured([.. Certificate("presence.pfx"), ("Credential:ClientSecret", "a secret")])),
        ["Presence:Credential:CertificatePath: The file does not exist."] =
            Starting(Configured(Certificate("no-such-folder/presence.pfx"))),
        ["Presence:Credential:CertificatePath: The certificate has expired."] = WithAnExpiredCertificateAsync,
        ["TokenCredential: The service is registered as scoped."] = Starting(services =>
        {
            services.AddScoped<TokenCredential>(_ => new FakeCredential());
            services.AddPresenceClient();
        }),
        ["PresenceServiceClient: The client is not registered."] =
            Starting(services => services.AddPresenceWatch()),
        ["No watcher is added."] = Starting(services =>
        {
            SignedIn(("Cloud", "Global"))(services);
            services.AddPresenceWatch().AddNotifications(
                o => o.NotificationUrl = new Uri("https://hook.contoso.com/graph/presence"));
        }),
    };

    private static Func<Task> Starting(Action<IServiceCollection> register) => async () =>
    {
        using IHost host = Container.BuildHost(register);
        await host.StartAsync();
    };

    private static Action<IServiceCollection> Configured(params (string Key, string? Value)[] values) =>
        services => services.AddPresenceClient(Container.Section(values));

    private static Action<IServiceCollection> SignedIn(params (string Key, string? Value)[] values) => services =>
    {
        services.AddSingleton<TokenCredential>(new FakeCredential());
        Configured(values)(services);
    };

    private static (string Key, string? Value)[] OfKind(string kind) =>
    [
        ("Credential:Kind", kind), ("Credential:TenantId", "contoso.com"),
        ("Credential:ClientId", Samples.ApplicationId),
    ];

    private static (string Key, string? Value)[] Certificate(string path) =>
        [.. OfKind("ClientCertificate"), ("Credential:CertificatePath", path)];

    private static async Task WithAnExpiredCertificateAsync()
    {
        string file = Path.GetTempFileName();
        try
        {
            using X509Certificate2 certificate = TcpServer.Certificate(days: -1);
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12), Test.Token);
            await Starting(Configured(Certificate(file)))();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
