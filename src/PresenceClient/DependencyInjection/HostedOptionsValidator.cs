using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PresenceClient.DependencyInjection;

/// <summary>Reports all that is wrong with a watch or a keeper of a host, in one exception.</summary>
/// <param name="provider">The container.</param>
/// <param name="services">What was registered: the container itself does not say how long a service lives.</param>
/// <param name="key">The key of the part, and of its client.</param>
/// <param name="part">The part.</param>
internal sealed class HostedOptionsValidator<TService, TOptions>(
    IServiceProvider provider, IServiceCollection services, string? key, HostedPart<TService, TOptions> part)
    : IValidateOptions<TOptions>
    where TService : class, IAsyncDisposable
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != HostServices.NameOf(key))
        {
            return ValidateOptionsResult.Skip;
        }

        string[] faults = [.. part.Faults(options, ClientOptions).Select(f => Message(f.Property, f.Text))];
        if (!provider.GetRequiredService<IServiceProviderIsKeyedService>()
            .IsKeyedService(typeof(PresenceServiceClient), key))
        {
            faults = [.. faults, Message(nameof(PresenceServiceClient), "The client is not registered. A "
                + $"{part.Name} sends its requests through the client of the same key. Call "
                + $"{(key is null ? "AddPresenceClient" : "AddKeyedPresenceClient")} too.")];
        }
        else if (services.LifetimeOf(typeof(PresenceServiceClient), key) == ServiceLifetime.Scoped)
        {
            faults = [.. faults, Message(nameof(PresenceServiceClient), "The client is registered as scoped. The "
                + $"{part.Name} is a singleton and would keep the client of one scope. Register the client with "
                + "AddPresenceClient.")];
        }

        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private PresenceClientOptions ClientOptions()
    {
        try
        {
            return provider.OptionsOf<PresenceClientOptions>(key);
        }
        catch (OptionsValidationException)
        {
            // The host reports them too, by their own validator.
            return new PresenceClientOptions();
        }
    }

    private string Message(string place, string text) =>
        $"{place}{(key is null ? "" : $" ({part.Name} '{key}')")}: {text}";
}
