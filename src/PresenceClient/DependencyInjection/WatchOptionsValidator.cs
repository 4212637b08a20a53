using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.Presences.Watching;

namespace PresenceClient.DependencyInjection;

/// <summary>Reports all errors of a watch of a host in one exception.</summary>
/// <param name="provider">The container.</param>
/// <param name="services">The registrations, because the container has no API for lifetimes.</param>
/// <param name="key">The key of the watch, and of its client.</param>
internal sealed class WatchOptionsValidator(IServiceProvider provider, IServiceCollection services, string? key)
    : IValidateOptions<PresenceWatchOptions>
{
    public ValidateOptionsResult Validate(string? name, PresenceWatchOptions options)
    {
        if (name != HostServices.NameOf(key))
        {
            return ValidateOptionsResult.Skip;
        }

        string[] faults = [.. WatchOptionsCheck.Faults(options).Select(f => Message(f.Property, f.Text))];
        if (!provider.GetRequiredService<IServiceProviderIsKeyedService>()
            .IsKeyedService(typeof(PresenceServiceClient), key))
        {
            faults = [.. faults, Message(nameof(PresenceServiceClient), "The client is not registered. A watch polls "
                + "through the client of the same key. Call "
                + $"{(key is null ? "AddPresenceClient" : "AddKeyedPresenceClient")} too.")];
        }
        else if (services.LifetimeOf(typeof(PresenceServiceClient), key) == ServiceLifetime.Scoped)
        {
            faults = [.. faults, Message(nameof(PresenceServiceClient), "The client is registered as scoped. The watch "
                + "is a singleton and would keep the client of one scope. Register the client with "
                + "AddPresenceClient.")];
        }

        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string Message(string place, string text) => $"{place}{(key is null ? "" : $" (watch '{key}')")}: {text}";
}
