using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PresenceClient.Http;

namespace PresenceClient.DependencyInjection;

/// <summary>What every overload of <c>AddPresenceClient</c> comes down to, once for each key.</summary>
internal sealed class ClientRegistration(string? key)
{
    // The options' name is the key, as a host's Configure would expect.
    private string OptionsName { get; } = key ?? Options.DefaultName;

    private string HttpClientName { get; } =
        key is null ? nameof(PresenceServiceClient) : $"{nameof(PresenceServiceClient)}:{key}";

    public IHttpClientBuilder AddTo(IServiceCollection services)
    {
        IHttpClientBuilder builder = services.AddHttpClient(HttpClientName);
        services.TryAdd(ServiceDescriptor.KeyedSingleton(key, (provider, _) => CreateLoader(provider)));
        if (services.Any(s => s.ServiceType == typeof(PresenceServiceClient) && Equals(s.ServiceKey, key)))
        {
            return builder;
        }

        // The factory's own loggers would write addresses, and so the ids of users.
        builder.ConfigurePrimaryHttpMessageHandler(provider =>
                ConnectionFactory.CreateHandler(OptionsOf(provider).BaseAddress, ConnectionFactory.PingTime))
            .RemoveAllLoggers();
        services.AddOptions<PresenceClientOptions>(OptionsName).Configure<IServiceProvider>(TakeServices)
            .PostConfigure(TakeApplicationId).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PresenceClientOptions>, OptionsValidator>());
        services.Add(ServiceDescriptor.KeyedSingleton(key, (provider, _) => Create(provider)));
        return builder;
    }

    private static void TakeServices(PresenceClientOptions options, IServiceProvider provider)
    {
        if (ReferenceEquals(options.TimeProvider, TimeProvider.System))
        {
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        }

        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
    }

    // One that is no GUID is a fault of its own key.
    private static void TakeApplicationId(PresenceClientOptions options) => options.ApplicationId ??=
        GuidText.IsGuid(options.Credential?.ClientId) ? options.Credential!.ClientId : null;

    private PresenceClientOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<PresenceClientOptions>>().Get(OptionsName);

    private PresenceLoader CreateLoader(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<PresenceServiceClient>(key).Presences.CreateLoader(
            provider.GetRequiredService<IOptionsMonitor<PresenceLoaderOptions>>().Get(OptionsName));

    [SuppressMessage("Reliability", "CA2000", Justification = "The presence client disposes its HTTP client.")]
    private PresenceServiceClient Create(IServiceProvider provider)
    {
        PresenceClientOptions options = OptionsOf(provider);
        IHttpMessageHandlerFactory factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        if (LoopbackProxy.Concerns(options.BaseAddress)
            && LoopbackProxy.IsUsedBy(factory.CreateHandler(HttpClientName), options.BaseAddress))
        {
            throw new InvalidOperationException(
                $"The primary handler of the HTTP client '{HttpClientName}' {LoopbackProxy.Cure}.");
        }

        HttpClient client =
            ConnectionFactory.CreateClient(new FactoryHandler(factory, HttpClientName), options.BaseAddress);

        // The host's ConfigureHttpClient: the factory applies it only to the clients that it makes itself.
        HttpClientFactoryOptions host =
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(HttpClientName);
        foreach (Action<HttpClient> configure in host.HttpClientActions)
        {
            configure(client);
        }

        return new PresenceServiceClient(CredentialSource.Resolve(provider, key, options), options, client);
    }
}
