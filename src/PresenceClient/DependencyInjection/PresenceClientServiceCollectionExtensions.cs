using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PresenceClient.DependencyInjection;

namespace PresenceClient;

/// <summary>
/// Registers <see cref="PresenceServiceClient"/> and its <see cref="PresenceLoader"/> in a host, one for each tenant.
/// </summary>
/// <remarks>
/// <para>
/// The client is a singleton. It signs in with the container's <see cref="Azure.Core.TokenCredential"/>, preferably the
/// one with its key, or else with <see cref="PresenceCredentialOptions"/> of the same name, which are the part
/// <c>Credential</c> of a section. A scoped credential is an error at startup, because the client would keep the
/// credential of one scope. The client uses the container's <see cref="TimeProvider"/> and
/// <see cref="Microsoft.Extensions.Logging.ILoggerFactory"/>, if there is one, and
/// <see cref="PresenceClientOptions.ApplicationId"/> is the credential's client ID unless it is set.
/// </para>
/// <para>
/// The loader is a singleton with the same key. It is meant for the identity of an application, not of one person. Its
/// options are <see cref="PresenceLoaderOptions"/> of the same name, which are the part <c>Loader</c> of a section.
/// </para>
/// <para>
/// Each request is sent through the current handlers of the HTTP client factory. Handlers that the host configures for
/// all clients (<c>ConfigureHttpClientDefaults</c>) apply, with two exceptions: the factory's loggers, which would
/// write the IDs of users, and resilience handlers (<c>AddStandardResilienceHandler</c>), which would multiply the
/// client's own retries. To use a resilience handler, add it to the builder that these methods return, and set
/// <see cref="PresenceClientOptions.MaxRetries"/> to 0.
/// </para>
/// <para>
/// All options are validated at startup. All errors are reported together, each with its key, in one
/// <see cref="OptionsValidationException"/>, which contains no text that you set. Registering a client again changes
/// its options: the last value of an option applies, and no service or handler is added twice.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// builder.Services.AddPresenceClient(builder.Configuration.GetSection("Presence"))
///     .AddHttpMessageHandler&lt;MyHandler&gt;();
/// builder.Services.AddKeyedPresenceClient("contoso", o => o.Cloud = GraphCloud.UsGovernmentL4);
///
/// app.MapGet("/{id}", (string id, PresenceServiceClient presence, CancellationToken ct) =>
///     presence.Users[id].GetPresenceAsync(ct));
/// app.MapGet("/contoso/{id}", (string id, [FromKeyedServices("contoso")] PresenceServiceClient presence,
///     CancellationToken ct) => presence.Users[id].GetPresenceAsync(ct));
/// </code>
/// with the configuration
/// <code>
/// "Presence": {
///   "Cloud": "Global",
///   "AttemptTimeout": "00:00:30",
///   "Credential": { "Kind": "ClientCertificate", "TenantId": "…", "ClientId": "…", "CertificatePath": "presence.pfx" }
/// }
/// </code>
/// </example>
public static class PresenceClientServiceCollectionExtensions
{
    /// <summary>Registers the client, with the <see cref="PresenceClientOptions"/> that the host configures.</summary>
    /// <param name="services">The services of the host.</param>
    /// <returns>The builder of its HTTP client, for handlers, resilience and the primary handler of a test.</returns>
    public static IHttpClientBuilder AddPresenceClient(this IServiceCollection services) => Add(services, key: null);

    /// <summary>Registers the client, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of its HTTP client, for handlers, resilience and the primary handler of a test.</returns>
    public static IHttpClientBuilder AddPresenceClient(
        this IServiceCollection services, Action<PresenceClientOptions> configure) =>
        Add(services, key: null, configure);

    /// <summary>Registers the client, with a section of the configuration.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">
    /// The section. Its keys are the names of the options; an unknown key is an error at startup.
    /// </param>
    /// <returns>The builder of its HTTP client, for handlers, resilience and the primary handler of a test.</returns>
    public static IHttpClientBuilder AddPresenceClient(this IServiceCollection services, IConfiguration section) =>
        Add(services, key: null, section);

    /// <summary>
    /// Registers a client under a key, for example a tenant's, with the options of that name.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, which is also the name of the options.</param>
    /// <returns>The builder of its HTTP client, for handlers, resilience and the primary handler of a test.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static IHttpClientBuilder AddKeyedPresenceClient(this IServiceCollection services, string key) =>
        Add(services, Named(key));

    /// <summary>Registers a client under a key, for example a tenant's, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, which is also the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of its HTTP client, for handlers, resilience and the primary handler of a test.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static IHttpClientBuilder AddKeyedPresenceClient(
        this IServiceCollection services, string key, Action<PresenceClientOptions> configure) =>
        Add(services, Named(key), configure);

    /// <summary>Registers a client under a key, for example a tenant's, with a section of the configuration.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, which is also the name of the options.</param>
    /// <param name="section">
    /// The section. Its keys are the names of the options; an unknown key is an error at startup.
    /// </param>
    /// <returns>The builder of its HTTP client, for handlers, resilience and the primary handler of a test.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static IHttpClientBuilder AddKeyedPresenceClient(
        this IServiceCollection services, string key, IConfiguration section) => Add(services, Named(key), section);

    private static string Named(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return key;
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string? key, Action<PresenceClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        IHttpClientBuilder builder = Add(services, key);
        services.Configure(HostServices.NameOf(key), configure);
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        IHttpClientBuilder builder = Add(services, key);
        new ClientRegistration(services, key).AddSection(section);
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key) =>
        new ClientRegistration(services, key).Add();
}
