using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PresenceClient.DependencyInjection;

/// <summary>Finds the options and the registrations of a client's key.</summary>
internal static class HostServices
{
    /// <summary>Returns the name of a key's options: the key, which a host passes to Configure.</summary>
    public static string NameOf(string? key) => key ?? Options.DefaultName;

    /// <summary>Returns the options of a key.</summary>
    public static T OptionsOf<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
        this IServiceProvider provider, string? key) where T : class =>
        provider.GetRequiredService<IOptionsMonitor<T>>().Get(NameOf(key));

    /// <summary>Returns the lifetime of a service by its last registration; null if there is none.</summary>
    public static ServiceLifetime? LifetimeOf(this IServiceCollection services, Type type, object? key) =>
        services.LastOrDefault(s => s.ServiceType == type && Equals(s.ServiceKey, key))?.Lifetime;

    /// <summary>Checks the key of a client that is registered under one.</summary>
    public static string RequireKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return key;
    }
}
