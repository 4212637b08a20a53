using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>The source of the credential of a host's client.</summary>
public sealed class CredentialTests
{
    private const string Key = "contoso";

    [Fact]
    public async Task Container_WithACredential_GivesIt_OfItsKeyFirst()
    {
        var keyed = new FakeCredential();
        var shared = new FakeCredential();
        using var graph = new FakeGraph([.. Enumerable.Repeat(Answers.Json(Samples.Presence()), 3)]);
        await using ServiceProvider provider = Container.Build(s =>
        {
            s.AddKeyedSingleton<TokenCredential>(Key, keyed);
            s.AddSingleton<TokenCredential>(shared);
            foreach (string? key in new[] { null, Key, "fabrikam" })
            {
                Add(s, key).ConfigurePrimaryHttpMessageHandler(() => graph);
            }
        });

        await provider.ReadAsync(Key);
        keyed.Asked.Should().ContainSingle();
        shared.Asked.Should().BeEmpty();

        await provider.ReadAsync("fabrikam");
        await provider.ReadAsync();
        keyed.Asked.Should().ContainSingle();
        shared.Asked.Should().HaveCount(2);
    }

    [Fact]
    public void Container_WithAnotherKeysCredential_GivesNone() => Container.FaultsAtStart(s =>
    {
        s.AddKeyedSingleton<TokenCredential>("fabrikam", new FakeCredential());
        s.AddKeyedPresenceClient(Key);
    }).Should().ContainSingle().Which.Should().Contain("No sign-in is configured");

    [Fact]
    public async Task Container_WithACredential_IsTakenBeforeTheOptions()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Container.BuildSignedIn(s => s
            .Configure<PresenceCredentialOptions>(o =>
                (o.Kind, o.CertificatePath) = (PresenceCredentialKind.ClientCertificate, "none.pfx"))
            .AddPresenceClient().ConfigurePrimaryHttpMessageHandler(() => graph));

        await provider.ReadAsync();

        graph.Request.Headers["Authorization"].Should().Be("Bearer token-1");
    }

    [Fact]
    public void Section_WithACredential_MakesTheClient()
    {
        using ServiceProvider provider = Container.Build(s => s.AddPresenceClient(Container.Section(
            ("Credential:Kind", "ClientSecret"), ("Credential:TenantId", "contoso.com"),
            ("Credential:ClientId", Samples.ApplicationId), ("Credential:ClientSecret", "hunter2"))));

        provider.GetRequiredService<PresenceServiceClient>().Should().NotBeNull();
        provider.GetRequiredService<HostCredential>().Resolve(new()).Should()
            .BeOfType<ClientSecretCredential>();
    }

    [Fact]
    public void Options_OfAKey_AreTheCredentialOfItsClient()
    {
        using ServiceProvider provider = Container.Build(s =>
        {
            s.Configure<PresenceCredentialOptions>(Key, o => o.Kind = PresenceCredentialKind.AzureCli);
            s.AddKeyedPresenceClient(Key);
        });

        provider.GetRequiredKeyedService<PresenceServiceClient>(Key).Should().NotBeNull();
        provider.GetRequiredKeyedService<HostCredential>(Key).Resolve(new()).Should()
            .BeOfType<AzureCliCredential>();
    }

    [Fact]
    public void Certificate_OfAHost_IsLoadedOnce()
    {
        using var certificate = new TestCertificate();
        string path = certificate.WritePem();
        using ServiceProvider provider = Container.Build(s => s.AddPresenceClient(Container.Section(
            ("Credential:Kind", "ClientCertificate"), ("Credential:TenantId", "contoso.com"),
            ("Credential:ClientId", Samples.ApplicationId), ("Credential:CertificatePath", path))));
        provider.GetRequiredService<IStartupValidator>().Validate();

        File.Delete(path);

        provider.GetRequiredService<PresenceServiceClient>().Should().NotBeNull();
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key) =>
        key is null ? services.AddPresenceClient() : services.AddKeyedPresenceClient(key);
}
