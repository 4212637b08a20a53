using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions;
using NSubstitute;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>Where a host's client has its credential from.</summary>
public sealed class CredentialTests
{
    private const string Key = "contoso";

    [Fact]
    public async Task Container_WithACredential_GivesIt_OfItsKeyFirst()
    {
        FakeCredential keyed = new();
        FakeCredential shared = new();
        using GraphStub graph = new([.. Enumerable.Repeat(Answers.Json(Samples.Presence()), 3)]);
        await using ServiceProvider provider = Container.Build(s =>
        {
            s.AddKeyedSingleton<TokenCredential>(Key, keyed);
            s.AddSingleton<TokenCredential>(shared);
            foreach (string? key in new[] { null, Key, "fabrikam" })
            {
                Add(s, key).ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
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
    }).Should().ContainSingle().Which.Should().Contain("nothing says how to sign in");

    [Fact]
    public async Task Container_WithACredential_IsTakenBeforeTheOptions()
    {
        using GraphStub graph = new(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Container.BuildSignedIn(s => s.AddPresenceClient(o =>
                o.Credential = new() { Kind = PresenceCredentialKind.ClientCertificate, CertificatePath = "none.pfx" })
            .ConfigurePrimaryHttpMessageHandler(() => graph.Handler));

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
        CredentialSource.Resolve(provider, null, provider.OptionsOf()).Should().BeOfType<ClientSecretCredential>();
    }

    [Fact]
    public void Constructors_WithACredentialInTheOptions_RefuseIt()
    {
        using GraphStub graph = new();
        graph.Options.Credential = new();

        graph.Invoking(g => g.Client).Should().ThrowExactly<ArgumentException>()
            .WithMessage("PresenceClientOptions.Credential: *AddPresenceClient*").WithParameterName("options");
        Invoking(() => new PresenceServiceClient(Substitute.For<IRequestAdapter>(), new() { Credential = new() }))
            .Should().ThrowExactly<ArgumentException>().WithMessage("PresenceClientOptions.Credential: *");
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key) =>
        key is null ? services.AddPresenceClient() : services.AddKeyedPresenceClient(key);
}
