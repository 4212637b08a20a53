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
        services.AddSingleton<IHostedService>(CreateLifetime);
        return builder;
    }

    /// <summary>The same, with options set in code.</summary>
    public OptionsBuilder<TOptions> Add(Action<TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add().Configure(configure);
    }

    // A host creates its services before it validates options, so an exception here would hide all other faults.
    private HostedLifetime CreateLifetime(IServiceProvider provider)
    {
        provider.GetRequiredService<IStartupValidator>().Validate();
        return new HostedLifetime(provider.GetRequiredKeyedService<TService>(key));
    }

    // The options come first, because their validator explains a missing client.
    private TService Create(IServiceProvider provider)
    {
        TOptions options = provider.OptionsOf<TOptions>(key);
        return part.Create(provider.GetRequiredKeyedService<PresenceServiceClient>(key), options);
    }
}
