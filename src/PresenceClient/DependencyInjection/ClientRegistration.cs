using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>Registers a client under a key, for all overloads of <c>AddPresenceClient</c>.</summary>
internal sealed class ClientRegistration(IServiceCollection services, string? key)
{
    private string OptionsName { get; } = HostServices.NameOf(key);

    private string HttpClientName { get; } =
        key is null ? nameof(PresenceServiceClient) : $"{nameof(PresenceServiceClient)}:{key}";

    /// <summary>Adds the services that are not registered yet, and returns the builder of the HTTP client.</summary>
    public IHttpClientBuilder Add()
    {
        IHttpClientBuilder builder = services.AddHttpClient(HttpClientName);
        ServiceLifetime? client = services.LifetimeOf(typeof(PresenceServiceClient), key);

        // A host can register its own client as scoped, for a scoped identity. The loader is then scoped too.
        services.TryAdd(new ServiceDescriptor(typeof(PresenceLoader), key, (provider, _) => CreateLoader(provider),
            client == ServiceLifetime.Scoped ? ServiceLifetime.Scoped : ServiceLifetime.Singleton));
        if (client is not null)
        {
            return builder;
        }

        // The factory's loggers would write addresses, and so the ids of users. Handlers that the host adds to all
        // clients come before those of this client, in any order of registration, so only they are removed.
        builder.ConfigurePrimaryHttpMessageHandler(provider => ConnectionFactory.CreateHandler(
                provider.OptionsOf<PresenceClientOptions>(key).BaseAddress, ConnectionFactory.PingTime))
            .RemoveAllLoggers()
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => ResilienceHandlers.Remove(handlers));
        services.AddOptions<PresenceClientOptions>(OptionsName).Configure<IServiceProvider>(TakeServices)
            .PostConfigure<IServiceProvider>(TakeApplicationId).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PresenceClientOptions>>(p => new HostOptionsValidator(p, key));
        services.AddKeyedSingleton(key, (provider, _) => new HostCredential(provider, services, key));
        services.AddKeyedSingleton(key, (provider, _) => CreateClient(provider));
        return builder;
    }

    /// <summary>Adds a section of the configuration, which is read once, when it is first used.</summary>
    public void AddSection(IConfiguration section)
    {
        var read = new Lazy<ClientSection>(() => new ClientSection(OptionsName, section));
        services.AddSingleton(_ => read.Value);
        services.Configure<PresenceClientOptions>(OptionsName, o => read.Value.Apply(o));
        services.Configure<PresenceCredentialOptions>(OptionsName, o => read.Value.Apply(o));
        services.Configure<PresenceLoaderOptions>(OptionsName, o => read.Value.Apply(o));
    }

    private static void TakeServices(PresenceClientOptions options, IServiceProvider provider)
    {
        if (ReferenceEquals(options.TimeProvider, TimeProvider.System))
        {
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        }

        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
    }

    // A client id that isn't a GUID is reported for its own key.
    private void TakeApplicationId(PresenceClientOptions options, IServiceProvider provider)
    {
        string? clientId = provider.OptionsOf<PresenceCredentialOptions>(key).ClientId;
        options.ApplicationId ??= GuidText.IsGuid(clientId) ? clientId : null;
    }

    private PresenceLoader CreateLoader(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<PresenceServiceClient>(key).Presences.CreateLoader(
            provider.OptionsOf<PresenceLoaderOptions>(key));

    [SuppressMessage("Reliability", "CA2000", Justification = "The presence client disposes its HTTP client.")]
    private PresenceServiceClient CreateClient(IServiceProvider provider)
    {
        PresenceClientOptions options = provider.OptionsOf<PresenceClientOptions>(key);
        IHttpMessageHandlerFactory factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        if (LoopbackProxy.Concerns(options.BaseAddress)
            && LoopbackProxy.IsUsedBy(factory.CreateHandler(HttpClientName), options.BaseAddress))
        {
            throw new InvalidOperationException(
                $"The primary handler of the HTTP client '{HttpClientName}' {LoopbackProxy.Cure}.");
        }

        HttpClient client =
            ConnectionFactory.CreateClient(new FactoryHandler(factory, HttpClientName), options.BaseAddress);

        // The host's ConfigureHttpClient, which the factory applies only to the HTTP clients that it creates.
        HttpClientFactoryOptions host =
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(HttpClientName);
        foreach (Action<HttpClient> configure in host.HttpClientActions)
        {
            configure(client);
        }

        return new PresenceServiceClient(
            provider.GetRequiredKeyedService<HostCredential>(key).Resolve(options), options, client);
    }
}
