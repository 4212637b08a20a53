using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>
/// Each kind becomes Azure.Identity's credential with the values that were given. What is in a credential is not
/// public, and the only other way to see it is to sign in.
/// </summary>
public sealed class CredentialKindTests
{
    private const string Tenant = "contoso.com";

    private const string Secret = "hunter2";

    private const string Global = "https://login.microsoftonline.com/";

    private const string Government = "https://login.microsoftonline.us/";

    [Fact]
    public void ClientSecret_HasItsValues()
    {
        TokenCredential credential = Create(new()
        {
            Kind = PresenceCredentialKind.ClientSecret,
            TenantId = Tenant,
            ClientId = Samples.ApplicationId,
            ClientSecret = Secret,
        });

        credential.Should().BeOfType<ClientSecretCredential>();
        Look(credential, "ClientSecret").Should().Be(Secret);
        ShouldSignIn(credential, Global);
    }

    [Fact]
    public void ClientCertificate_HasItsValues()
    {
        using var certificate = new TestCertificate();
        TokenCredential credential = Create(new()
        {
            Kind = PresenceCredentialKind.ClientCertificate,
            TenantId = Tenant,
            ClientId = Samples.ApplicationId,
            CertificatePath = certificate.WritePkcs12(password: null),
        });

        credential.Should().BeOfType<ClientCertificateCredential>();
        ShouldSignIn(credential, Global);
        Look(credential, "Client._includeX5CClaimHeader").Should().Be(false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ClientCertificate_WithItsIssuerInTheFile_IsSentAlong(bool isPem)
    {
        using var authority = new TestCertificate("CN=authority", to: 90);
        using var certificate = new TestCertificate(issuer: authority);

        TokenCredential credential = Create(new()
        {
            Kind = PresenceCredentialKind.ClientCertificate,
            TenantId = Tenant,
            ClientId = Samples.ApplicationId,
            CertificatePath = isPem
                ? certificate.Write(authority.Pem, certificate.Pem, certificate.KeyPem)
                : certificate.WritePkcs12(before: [authority]),
        });

        Look(credential, "Client._includeX5CClaimHeader").Should().Be(true);
    }

    [Fact]
    public void Certificate_OfAHost_LivesAsLongAsTheHost()
    {
        using var certificate = new TestCertificate();
        ServiceProvider provider = Container.Build(s => s.AddPresenceClient(Container.Section(
            ("Credential:Kind", "ClientCertificate"), ("Credential:TenantId", "contoso.com"),
            ("Credential:ClientId", Samples.ApplicationId), ("Credential:CertificatePath", certificate.WritePem()))));
        TokenCredential credential = provider.GetRequiredService<HostCredential>().Resolve(new());
        var used = (X509Certificate2)Look(credential, "Client._certificateProvider.Certificate")!;

        used.Thumbprint.Should().Be(certificate.Thumbprint);
        provider.Dispose();

        used.Handle.Should().Be(IntPtr.Zero, "it is disposed with the container");
    }

    [Theory]
    [InlineData(PresenceCredentialKind.InteractiveBrowser, typeof(InteractiveBrowserCredential))]
    [InlineData(PresenceCredentialKind.DeviceCode, typeof(DeviceCodeCredential))]
    public void Person_HasItsValues(PresenceCredentialKind kind, Type type)
    {
        TokenCredential credential =
            Create(new() { Kind = kind, TenantId = Tenant, ClientId = Samples.ApplicationId });

        credential.Should().BeOfType(type);
        ShouldSignIn(credential, Global);
        Create(new() { Kind = kind, ClientId = Samples.ApplicationId }).Should().BeOfType(type);
    }

    [Fact]
    public void WorkloadIdentity_HasItsValues()
    {
        TokenCredential credential = Create(new()
        {
            Kind = PresenceCredentialKind.WorkloadIdentity,
            TenantId = Tenant,
            ClientId = Samples.ApplicationId,
            TokenFilePath = "/var/run/token",
        });

        credential.Should().BeOfType<WorkloadIdentityCredential>();
        Look(credential, "_tokenFileCache._tokenFilePath").Should().Be("/var/run/token");
        ShouldSignIn(credential, Global);
        Create(new() { Kind = PresenceCredentialKind.WorkloadIdentity }).Should().NotBeNull();
    }

    [Theory]
    [InlineData(null, "SystemAssigned")]
    [InlineData(Samples.ApplicationId, "ClientId " + Samples.ApplicationId)]
    public void ManagedIdentity_IsTheOneAskedFor(string? clientId, string id) =>
        Look(Create(new() { Kind = PresenceCredentialKind.ManagedIdentity, ClientId = clientId }),
            "Client.ManagedIdentityId")!.ToString().Should().Be(id);

    [Fact]
    public void AzureCli_HasItsTenant()
    {
        TokenCredential credential = Create(new() { Kind = PresenceCredentialKind.AzureCli, TenantId = Tenant });

        credential.Should().BeOfType<AzureCliCredential>();
        Look(credential, "TenantId").Should().Be(Tenant);
    }

    [Fact]
    public void Default_IsTheChainWithItsValues()
    {
        TokenCredential chain = Create(new()
        {
            Kind = PresenceCredentialKind.Default,
            TenantId = Tenant,
            ClientId = Samples.ApplicationId,
        });

        chain.Should().BeOfType<DefaultAzureCredential>();
        TokenCredential[] sources = [.. ((IEnumerable<TokenCredential>)Look(chain, "_sources")!)];
        Look(sources.OfType<ManagedIdentityCredential>().Single(), "Client.ManagedIdentityId")!.ToString().Should()
            .Be("ClientId " + Samples.ApplicationId);
        Look(sources.OfType<AzureCliCredential>().Single(), "TenantId").Should().Be(Tenant);
    }

    [Theory]
    [InlineData("https://localhost:5080", true)]
    [InlineData(null, false)]
    public void Default_OnLoopback_IsNotLookedUpAtMicrosoft(string? authority, bool isLocal)
    {
        TokenCredential chain = Create(new()
        {
            Kind = PresenceCredentialKind.Default,
            AuthorityHost = authority is null ? null : new Uri(authority),
        });

        Look(chain, "_pipeline.ClientOptions.DisableInstanceDiscovery").Should().Be(isLocal);
    }

    [Fact]
    public void Authority_OnLoopback_IsReachedDirectly()
    {
        var local = new ClientSecretCredentialOptions();
        HttpPipelineTransport transport = local.At(new Uri("https://127.0.0.1")).Transport;

        var usual = new ClientSecretCredentialOptions();
        usual.At(new Uri("https://login.example")).Transport.Should().NotBeSameAs(transport);
        new ClientSecretCredentialOptions().At(new Uri("https://localhost:1")).Transport.Should().BeSameAs(transport);
        Look(transport, "Client._handler").Should().BeOfType<SocketsHttpHandler>().Which.Should()
            .Match<SocketsHttpHandler>(handler =>
                !handler.AllowAutoRedirect && !handler.UseCookies && !handler.UseProxy);
        Look(transport, "Client.Timeout").Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Theory]
    [InlineData(GraphCloud.Global, null, null, Global)]
    [InlineData(GraphCloud.UsGovernmentL4, null, null, Government)]
    [InlineData(GraphCloud.UsGovernmentL5, null, null, Government)]
    [InlineData(GraphCloud.Global, "https://dod-graph.microsoft.us/v1.0", null, Government)]
    [InlineData(GraphCloud.UsGovernmentL4, "https://proxy.example/v1.0", null, Government)]
    [InlineData(GraphCloud.UsGovernmentL4, null, "https://login.example/", "https://login.example/")]
    public void Authority_FollowsTheCloudUnlessSet(GraphCloud cloud, string? address, string? own, string authority)
    {
        using ServiceProvider provider = Container.Build(s => s
            .Configure<PresenceCredentialOptions>(o =>
            {
                (o.Kind, o.TenantId) = (PresenceCredentialKind.ClientSecret, Tenant);
                (o.ClientId, o.ClientSecret) = (Samples.ApplicationId, Secret);
                o.AuthorityHost = own is null ? null : new Uri(own);
            })
            .AddPresenceClient(o => (o.Cloud, o.BaseAddress) = (cloud, address is null ? null : new Uri(address))));

        ShouldSignIn(provider.GetRequiredService<HostCredential>().Resolve(provider.OptionsOf()), authority);
    }

    [Theory]
    [InlineData("https://127.0.0.1:5080", true)]
    [InlineData("https://localhost:5080", true)]
    [InlineData("https://[::1]", true)]
    [InlineData("https://localhost.example", false)]
    [InlineData(null, false)]
    public void Authority_OnLoopback_IsNotLookedUpAtMicrosoft(string? authority, bool isLocal)
    {
        using var certificate = new TestCertificate();
        string file = certificate.WritePem();
        foreach (PresenceCredentialKind kind in Enum.GetValues<PresenceCredentialKind>().Except(
        [
            // The first two have no authority, and the chain has its own test.
            PresenceCredentialKind.ManagedIdentity, PresenceCredentialKind.AzureCli, PresenceCredentialKind.Default,
        ]))
        {
            TokenCredential credential = Create(new()
            {
                Kind = kind,
                TenantId = Tenant,
                ClientId = Samples.ApplicationId,
                ClientSecret = kind == PresenceCredentialKind.ClientSecret ? Secret : null,
                CertificatePath = kind == PresenceCredentialKind.ClientCertificate ? file : null,
                TokenFilePath = kind == PresenceCredentialKind.WorkloadIdentity ? file : null,
                AuthorityHost = authority is null ? null : new Uri(authority),
            });

            Look(credential, "Client.DisableInstanceDiscovery").Should().Be(isLocal, $"{kind}");
        }
    }

    [Theory]
    [InlineData(GraphCloud.Global, null, Global)]
    [InlineData(GraphCloud.UsGovernmentL4, null, Government)]
    [InlineData(GraphCloud.UsGovernmentL5, null, Government)]
    [InlineData(GraphCloud.UsGovernmentL5, "https://login.example/", "https://login.example/")]
    public void CreateCredential_ForACloud_SignsInToItUnlessAnAddressIsSet(
        GraphCloud cloud, string? own, string authority)
    {
        var options = new PresenceCredentialOptions
        {
            Kind = PresenceCredentialKind.ClientSecret,
            TenantId = Tenant,
            ClientId = Samples.ApplicationId,
            ClientSecret = Secret,
            AuthorityHost = own is null ? null : new Uri(own),
        };

        ShouldSignIn(options.CreateCredential(cloud), authority);
    }

    [Fact]
    public void CreateCredential_OptionsThatAreNotValid_ReportsAllErrorsTogether()
    {
        var options = new PresenceCredentialOptions
        {
            Kind = PresenceCredentialKind.ClientSecret,
            TenantId = "Common",
            ClientId = "my-app",
            CertificatePath = "presence.pfx",
        };

        options.Invoking(o => o.CreateCredential()).Should().ThrowExactly<InvalidOperationException>().WithMessage(
            "PresenceCredentialOptions.ClientSecret: The value is missing. ClientSecret requires it. "
            + "PresenceCredentialOptions.CertificatePath: CertificatePath cannot be combined with ClientSecret. Remove "
            + "it. PresenceCredentialOptions.TenantId: The value stands for many tenants. An application signs in to "
            + "one tenant. Use the tenant's ID or a domain name, for example contoso.com. "
            + "PresenceCredentialOptions.ClientId: The value is not a GUID. Use the application (client) ID.");
        options.Invoking(o => o.CreateCredential((GraphCloud)9)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("cloud");
    }

    private static TokenCredential Create(PresenceCredentialOptions options) => options.CreateCredential();

    private static void ShouldSignIn(TokenCredential credential, string authority)
    {
        Look(credential, "Client.TenantId").Should().Be(Tenant);
        Look(credential, "Client.ClientId").Should().Be(Samples.ApplicationId);
        Look(credential, "Client.AuthorityHost").Should().Be(new Uri(authority));
    }

    private static object? Look(object? at, string path)
    {
        const BindingFlags Any = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance;
        foreach (string name in path.Split('.'))
        {
            MemberInfo? member = null;
            for (Type? type = at!.GetType(); type is not null && member is null; type = type.BaseType)
            {
                member = (MemberInfo?)type.GetProperty(name, Any) ?? type.GetField(name, Any);
            }

            at = member switch
            {
                PropertyInfo property => property.GetValue(at),
                FieldInfo field => field.GetValue(at),
                _ => throw new MissingMemberException(at.GetType().Name, name),
            };
        }

        return at;
    }
}
