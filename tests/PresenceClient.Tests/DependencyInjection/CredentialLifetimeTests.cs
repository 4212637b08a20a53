using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>
/// The client is a singleton, so a scoped credential is rejected when the host starts, in every environment.
/// </summary>
public sealed class CredentialLifetimeTests
{
    private const string Key = "contoso";

    private static readonly Dictionary<string, (string? Client, Action<IServiceCollection> Register)> Scoped = new()
    {
        ["for all"] = (null, s => s.AddScoped<TokenCredential, FakeCredential>()),
        ["for all, by a factory"] = (null, s => s.AddScoped<TokenCredential>(_ => new FakeCredential())),
        ["for all, and the client has a key"] = (Key, s => s.AddScoped<TokenCredential, FakeCredential>()),
        ["for all, after a singleton"] = (null, s => s
            .AddSingleton<TokenCredential, FakeCredential>().AddScoped<TokenCredential, FakeCredential>()),
        ["of the key"] = (Key, s => s.AddKeyedScoped<TokenCredential, FakeCredential>(Key)),
        ["of the key, beside a singleton for all"] = (Key, s => s
            .AddKeyedScoped<TokenCredential, FakeCredential>(Key).AddSingleton<TokenCredential, FakeCredential>()),
        ["of any key"] = (Key, s => s.AddKeyedScoped<TokenCredential, FakeCredential>(KeyedService.AnyKey)),
        ["although the options could sign in"] = (null, s => s.AddScoped<TokenCredential, FakeCredential>()),
    };

    private static readonly Dictionary<string, (string? Client, Action<IServiceCollection> Register)> Kept = new()
    {
        ["singleton"] = (null, s => s.AddSingleton<TokenCredential, FakeCredential>()),
        ["singleton by a factory"] = (null, s => s
            .AddSingleton<FakeCredential>().AddSingleton<TokenCredential>(p => p.GetRequiredService<FakeCredential>())),
        ["transient"] = (null, s => s.AddTransient<TokenCredential, FakeCredential>()),
        ["singleton after a scoped one"] = (null, s => s
            .AddScoped<TokenCredential, FakeCredential>().AddSingleton<TokenCredential, FakeCredential>()),
        ["singleton of the key, beside a scoped one for all"] = (Key, s => s
            .AddKeyedSingleton<TokenCredential, FakeCredential>(Key).AddScoped<TokenCredential, FakeCredential>()),
        ["singleton of the key, beside a scoped one of any key"] = (Key, s => s
            .AddKeyedScoped<TokenCredential, FakeCredential>(KeyedService.AnyKey)
            .AddKeyedSingleton<TokenCredential, FakeCredential>(Key)),
        ["singleton for all, beside a scoped one of another key"] = (Key, s => s
            .AddKeyedScoped<TokenCredential, FakeCredential>("fabrikam")
            .AddSingleton<TokenCredential, FakeCredential>()),
    };

    public static TheoryData<string, bool, bool> ScopedHosts { get; } =
        new MatrixTheoryData<string, bool, bool>(Scoped.Keys, [true, false], [true, false]);

    public static TheoryData<string> KeptHosts { get; } = new(Kept.Keys);

    [Theory]
    [MemberData(nameof(ScopedHosts))]
    public void TokenCredential_Scoped_IsRefusedAtStart(string host, bool isDevelopment, bool registeredFirst)
    {
        (string? key, Action<IServiceCollection> register) = Scoped[host];
        using ServiceProvider provider = Build(key, register, isDevelopment, registeredFirst);

        string fault = provider.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate()).Should()
            .ThrowExactly<OptionsValidationException>().Which.Failures.Should().ContainSingle().Which;

        fault.Should().Be($"TokenCredential{(key is null ? "" : $" (client '{Key}')")}: The service is registered as "
            + "scoped. The client is a singleton and would keep the credential of one scope. Register it with "
            + "AddSingleton, or with AddKeyedSingleton for the key of a client.");
        provider.Invoking(p => p.GetRequiredKeyedService<PresenceServiceClient>(key)).Should()
            .ThrowExactly<OptionsValidationException>("a program without a host is told when it asks for the client");
    }

    [Fact]
    public void TokenCredential_ScopedOfAnyKey_IsNotThatOfAClientWithoutAKey()
    {
        using ServiceProvider provider = Build(
            null, s => s.AddKeyedScoped<TokenCredential, FakeCredential>(KeyedService.AnyKey),
            isDevelopment: true, registeredFirst: true);

        provider.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate()).Should().NotThrow();
        provider.GetRequiredService<HostCredential>().Resolve(new()).Should().BeOfType<ManagedIdentityCredential>();
    }

    [Theory]
    [MemberData(nameof(KeptHosts))]
    public async Task TokenCredential_OfAnotherLifetime_SignsIn(string host)
    {
        (string? key, Action<IServiceCollection> register) = Kept[host];
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        await using ServiceProvider provider = Build(key, register, isDevelopment: true, registeredFirst: true, graph);

        provider.GetRequiredService<IStartupValidator>().Validate();
        await provider.ReadAsync(key);

        graph.Request.Headers["Authorization"].Should().Be("Bearer token-1");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public void ClientOfTheHosts_Scoped_HasALoaderOfItsScope(string? key)
    {
        using ServiceProvider provider = Container.Build(s =>
        {
            s.AddKeyedScoped(key, (_, _) => new PresenceServiceClient(new FakeCredential()));
            Add(s, key);
        });
        using IServiceScope scope = provider.CreateScope();
        using IServiceScope other = provider.CreateScope();

        PresenceLoader loader = scope.ServiceProvider.GetRequiredKeyedService<PresenceLoader>(key);

        scope.ServiceProvider.GetRequiredKeyedService<PresenceLoader>(key).Should().BeSameAs(loader);
        other.ServiceProvider.GetRequiredKeyedService<PresenceLoader>(key).Should().NotBeSameAs(loader);
    }

    private static ServiceProvider Build(
        string? key, Action<IServiceCollection> register, bool isDevelopment, bool registeredFirst,
        FakeGraph? graph = null)
    {
        var services = new ServiceCollection();
        if (registeredFirst)
        {
            register(services);
        }

        IHttpClientBuilder builder = Add(services, key);
        if (graph is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => graph);
        }

        if (!registeredFirst)
        {
            register(services);
        }

        return services.BuildServiceProvider(validateScopes: isDevelopment);
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key) => key is null
        ? services.AddPresenceClient(Container.Section(("Credential:Kind", "ManagedIdentity")))
        : services.AddKeyedPresenceClient(key);
}
