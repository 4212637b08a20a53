using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.DependencyInjection;

/// <summary>Service containers as a host builds them, and their configuration.</summary>
internal static class Container
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    public static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(Strict);
    }

    /// <summary>The same, with a credential in the container.</summary>
    public static ServiceProvider BuildSignedIn(Action<IServiceCollection> register) => Build(services =>
    {
        services.AddSingleton<TokenCredential>(new FakeCredential());
        register(services);
    });

    public static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, v.Value)))
            .Build();

    /// <summary>The section Presence with these keys.</summary>
    public static IConfiguration Section(params (string Key, string? Value)[] values) =>
        Configuration([.. values.Select(v => ($"Presence:{v.Key}", v.Value))]).GetSection("Presence");

    /// <summary>A host that logs nothing.</summary>
    public static IHost BuildHost(Action<IServiceCollection> register)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(Strict));
        register(builder.Services);
        return builder.Build();
    }

    /// <summary>The errors that a host reports when it starts.</summary>
    public static string[] FaultsAtStart(Action<IServiceCollection> register)
    {
        using IHost host = BuildHost(register);
        return [.. Invoking(host.Start).Should().ThrowExactly<OptionsValidationException>().Which.Failures];
    }

    public static PresenceClientOptions OptionsOf(this IServiceProvider provider, string? key = null) =>
        provider.OptionsOf<PresenceClientOptions>(key);

    /// <summary>Reads one presence.</summary>
    public static Task<UserPresence> ReadAsync(this IServiceProvider provider, string? key = null) =>
        provider.GetRequiredKeyedService<PresenceServiceClient>(key).Me.GetPresenceAsync(Test.Token);
}
