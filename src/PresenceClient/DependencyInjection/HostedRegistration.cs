using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PresenceClient.DependencyInjection;

/// <summary>Registers a watch or a keeper under a key; all overloads lead here.</summary>
internal sealed class HostedRegistration<
    TService,
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IServiceCollection services, string? key, HostedPart<TService, TOptions> part)
    where TService : class, IAsyncDisposable
    where TOptions : class
{
    /// <summary>Adds what isn't there yet, and returns the builder of the options.</summary>
    public OptionsBuilder<TOptions> Add()
    {
        OptionsBuilder<TOptions> builder = services.AddOptions<TOptions>(HostServices.NameOf(key));
        if (services.LifetimeOf(typeof(TService), key) is not null)
        {
            return builder;
        }

        builder.ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(
            provider => new HostedOptionsValidator<TService, TOptions>(provider, services, key, part));
        services.TryAddKeyedSingleton(key, (provider, _) => Create(provider));
        services.AddSingleton<IHostedService>(
            provider => new HostedLifetime(provider.GetRequiredKeyedService<TService>(key)));
        return builder;
    }

    /// <summary>The same, with options set in code.</summary>
    public OptionsBuilder<TOptions> Add(Action<TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add().Configure(configure);
    }

    private TService Create(IServiceProvider provider) => part.Create(
        provider.GetRequiredKeyedService<PresenceServiceClient>(key), provider.OptionsOf<TOptions>(key));
}
