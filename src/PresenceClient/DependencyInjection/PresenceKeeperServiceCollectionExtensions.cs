using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>Registers a <see cref="PresenceKeeper"/> in a host, one for each client.</summary>
/// <remarks>
/// <para>The keeper is a singleton that sends its requests through the client with the same key, so register that
/// client too. When the host stops, the sessions of all its users are cleared, within
/// <see cref="PresenceKeeperOptions.ClearTimeout"/> and the host's shutdown timeout. After that, declaring a state
/// throws <see cref="ObjectDisposedException"/>. Hosted services stop in reverse order, so register the services that
/// declare states after the keeper.</para>
/// <para>The options are validated at startup, and one <see cref="OptionsValidationException"/> reports all errors.
/// Registering a keeper again changes its options.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddPresenceClient(builder.Configuration.GetSection("Presence"));
/// builder.Services.AddPresenceKeeper(o => o.Expiry = TimeSpan.FromMinutes(10));
///
/// public sealed class Phones(PresenceKeeper keeper)
/// {
///     public void OnAnswered(string userId) => keeper.Set(userId, SessionPresence.InACall);
///     public void OnHungUp(string userId) => keeper.Clear(userId);
/// }
/// </code>
/// </example>
public static class PresenceKeeperServiceCollectionExtensions
{
    private static readonly HostedPart<PresenceKeeper, PresenceKeeperOptions> Part = new(
        "keeper",
        static (client, options) => client.Users.CreateKeeper(options),
        static (options, client) => HoldOptionsCheck.Faults(options, client().AttemptTimeout));

    /// <summary>Registers the keeper, with the options that the host configures.</summary>
    /// <param name="services">The services of the host.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<PresenceKeeperOptions> AddPresenceKeeper(this IServiceCollection services) =>
        Registration(services, key: null).Add();

    /// <summary>Registers the keeper, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<PresenceKeeperOptions> AddPresenceKeeper(
        this IServiceCollection services, Action<PresenceKeeperOptions> configure) =>
        Registration(services, key: null).Add(configure);

    /// <summary>Registers a keeper under the key of its client, with the options of that name.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client, which is also the name of the options.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static OptionsBuilder<PresenceKeeperOptions> AddKeyedPresenceKeeper(
        this IServiceCollection services, string key) =>
        Registration(services, HostServices.RequireKey(key)).Add();

    /// <summary>Registers a keeper under the key of its client, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client, which is also the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static OptionsBuilder<PresenceKeeperOptions> AddKeyedPresenceKeeper(
        this IServiceCollection services, string key, Action<PresenceKeeperOptions> configure) =>
        Registration(services, HostServices.RequireKey(key)).Add(configure);

    private static HostedRegistration<PresenceKeeper, PresenceKeeperOptions> Registration(
        IServiceCollection services, string? key) => new(services, key, Part);
}
