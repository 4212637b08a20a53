using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using PresenceClient.AspNetCore.Health;

namespace PresenceClient;

/// <summary>Adds health checks for a <see cref="PresenceServiceClient"/> and its <see cref="PresenceWatch"/>.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>check</term><description>result</description></listheader>
/// <item><term>presence-sign-in</term><description>Unhealthy if the client cannot sign in or read. If the watch read
/// without a failure in its last intervals, this is known without a request. Otherwise the check reads a user who does
/// not exist, through the <see cref="PresenceLoader"/>.</description></item>
/// <item><term>presence-sweep</term><description>Degraded or unhealthy by the age of the last sweep without a failure.
/// Healthy while the watch does not poll, because nothing reads it, and without a watch.</description></item>
/// <item><term>presence-throttling</term><description>Degraded while a 429 pauses the client's requests, unhealthy if
/// the pause is long.</description></item>
/// </list>
/// <para>The names of the checks of a key contain it, for example <c>presence-contoso-sign-in</c>. All checks have the
/// tag <c>presence</c>, with which you can select them. Adding the checks again changes their options.</para>
/// <para>No description contains the id of a user or a text of the service.</para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddPresenceClient(builder.Configuration.GetSection("Presence"));
/// builder.Services.AddPresenceWatch(o => o.Polling = PresenceWatchPolling.Always);
/// builder.Services.AddPresenceHealthChecks(o => o.UnhealthyAge = TimeSpan.FromMinutes(10));
///
/// app.MapHealthChecks("/health");
/// </code>
/// </example>
public static class PresenceHealthChecksServiceCollectionExtensions
{
    /// <summary>Adds the checks for the client that <c>AddPresenceClient</c> registers.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the thresholds.</param>
    /// <returns>The builder of health checks.</returns>
    public static IHealthChecksBuilder AddPresenceHealthChecks(
        this IServiceCollection services, Action<PresenceHealthCheckOptions>? configure = null) =>
        Add(services, key: null, configure);

    /// <summary>Adds the checks for the client that <c>AddKeyedPresenceClient</c> registers under a key.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client, which is also the name of the options.</param>
    /// <param name="configure">Sets the thresholds.</param>
    /// <returns>The builder of health checks.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static IHealthChecksBuilder AddKeyedPresenceHealthChecks(
        this IServiceCollection services, string key, Action<PresenceHealthCheckOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Add(services, key, configure);
    }

    private static IHealthChecksBuilder Add(
        IServiceCollection services, string? key, Action<PresenceHealthCheckOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        string name = key ?? Options.DefaultName;
        OptionsBuilder<PresenceHealthCheckOptions> options =
            services.AddOptions<PresenceHealthCheckOptions>(name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        IHealthChecksBuilder checks = services.AddHealthChecks();
        if (services.Any(service => service.ServiceType == typeof(SweepCheck) && Equals(service.ServiceKey, key)))
        {
            return checks;
        }

        services.AddSingleton<IValidateOptions<PresenceHealthCheckOptions>>(
            provider => new HealthOptionsValidator(provider, key));
        string prefix = key is null ? "presence" : $"presence-{key}";
        services.AddKeyedSingleton(key, (provider, _) => new SignInCheck(HealthParts.Of(provider, key)));
        services.AddKeyedSingleton(key, (provider, _) => new SweepCheck(HealthParts.Of(provider, key)));
        services.AddKeyedSingleton(key, (provider, _) => new ThrottlingCheck(HealthParts.Of(provider, key)));
        return checks
            .Add(Registration<SignInCheck>($"{prefix}-sign-in", key))
            .Add(Registration<SweepCheck>($"{prefix}-sweep", key))
            .Add(Registration<ThrottlingCheck>($"{prefix}-throttling", key));
    }

    private static HealthCheckRegistration Registration<T>(string name, string? key) where T : class, IHealthCheck =>
        new(name, provider => provider.GetRequiredKeyedService<T>(key), failureStatus: null, ["presence"]);
}
