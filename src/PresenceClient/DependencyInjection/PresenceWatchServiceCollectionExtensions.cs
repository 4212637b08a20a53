using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;
using PresenceClient.Presences.Watching;

namespace PresenceClient;

/// <summary>Registers a <see cref="PresenceWatch"/> in a host, one for each client.</summary>
/// <remarks>
/// <para>The watch is a singleton that polls through the client with the same key, so register that client too. The
/// watch is created at startup. When the host stops, polling stops and the readers end.</para>
/// <para>The options are validated at startup, and one <see cref="OptionsValidationException"/> reports all errors.
/// Registering a watch again changes its options.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddPresenceClient(builder.Configuration.GetSection("Presence"));
/// builder.Services.AddPresenceWatch(o => o.Interval = TimeSpan.FromSeconds(10));
///
/// public sealed class Board(PresenceWatch watch) : BackgroundService
/// {
///     protected override async Task ExecuteAsync(CancellationToken stoppingToken)
///     {
///         await foreach (PresenceChange change in watch.ReadChangesAsync(stoppingToken)) { … }
///     }
/// }
/// </code>
/// </example>
public static class PresenceWatchServiceCollectionExtensions
{
    private static readonly HostedPart<PresenceWatch, PresenceWatchOptions> Part = new(
        "watch",
        static (client, options) => client.Presences.CreateWatch(options),
        static (options, _) => WatchOptionsCheck.Faults(options));

    /// <summary>Registers the watch, with the options that the host configures.</summary>
    /// <param name="services">The services of the host.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<PresenceWatchOptions> AddPresenceWatch(this IServiceCollection services) =>
        Registration(services, key: null).Add();

    /// <summary>Registers the watch, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<PresenceWatchOptions> AddPresenceWatch(
        this IServiceCollection services, Action<PresenceWatchOptions> configure) =>
        Registration(services, key: null).Add(configure);

    /// <summary>Registers a watch under the key of its client, with the options of that name.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client, which is also the name of the options.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static OptionsBuilder<PresenceWatchOptions> AddKeyedPresenceWatch(
        this IServiceCollection services, string key) => Registration(services, HostServices.RequireKey(key)).Add();

    /// <summary>Registers a watch under the key of its client, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client, which is also the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static OptionsBuilder<PresenceWatchOptions> AddKeyedPresenceWatch(
        this IServiceCollection services, string key, Action<PresenceWatchOptions> configure) =>
        Registration(services, HostServices.RequireKey(key)).Add(configure);

    private static HostedRegistration<PresenceWatch, PresenceWatchOptions> Registration(
        IServiceCollection services, string? key) => new(services, key, Part);
}
