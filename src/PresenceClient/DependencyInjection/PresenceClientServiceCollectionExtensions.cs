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
/// The client is a singleton, and each of its requests goes through the handlers that the HTTP client factory has
/// then; the factory's loggers, which would write the ids of users, are off for it. It signs in with the container's
/// <see cref="Azure.Core.TokenCredential"/>, of its key first, else with
/// <see cref="PresenceClientOptions.Credential"/>. It takes the container's <see cref="TimeProvider"/> and
/// <see cref="Microsoft.Extensions.Logging.ILoggerFactory"/>, where there is one, and <see cref="PresenceClientOptions.ApplicationId"/> is the credential's client id unless it is set.
/// </para>
/// <para>
/// The loader is a singleton beside the client, under the same key: for an application's sign-in, not for one person's.
/// Its options are <see cref="PresenceLoaderOptions"/> of the same name, in a section the part <c>Loader</c>.
/// </para>
/// <para>
/// The options are checked when the host starts: <see cref="OptionsValidationException"/> lists all that is wrong, each
/// by its key. Registering again adds to what is there: the later configuration of an option wins, and nothing is
/// doubled.
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
    /// <summary>Registers the client, with what the host configures of <see cref="PresenceClientOptions"/>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <returns>The builder of its HTTP client: for handlers, resilience, a test's primary handler.</returns>
    public static IHttpClientBuilder AddPresenceClient(this IServiceCollection services) => Add(services, key: null);

    /// <summary>Registers the client, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of its HTTP client: for handlers, resilience, a test's primary handler.</returns>
    public static IHttpClientBuilder AddPresenceClient(
        this IServiceCollection services, Action<PresenceClientOptions> configure) =>
        Add(services, key: null, configure);

    /// <summary>Registers the client, with a section of the configuration.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">
    /// The section; its keys are the names of the options, and a key that is none is an error when the host starts.
    /// </param>
    /// <returns>The builder of its HTTP client: for handlers, resilience, a test's primary handler.</returns>
    public static IHttpClientBuilder AddPresenceClient(this IServiceCollection services, IConfiguration section) =>
        Add(services, key: null, section);

    /// <summary>
    /// Registers a client under a key, such as a tenant's, with what the host configures of the options of that name.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, which is also the name of the options.</param>
    /// <returns>The builder of its HTTP client: for handlers, resilience, a test's primary handler.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static IHttpClientBuilder AddKeyedPresenceClient(this IServiceCollection services, string key) =>
        Add(services, Named(key));

    /// <summary>Registers a client under a key, such as a tenant's, with options set in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, which is also the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of its HTTP client: for handlers, resilience, a test's primary handler.</returns>
    /// <exception cref="ArgumentException">The key is null or blank.</exception>
    public static IHttpClientBuilder AddKeyedPresenceClient(
        this IServiceCollection services, string key, Action<PresenceClientOptions> configure) =>
        Add(services, Named(key), configure);

    /// <summary>Registers a client under a key, such as a tenant's, with a section of the configuration.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, which is also the name of the options.</param>
    /// <param name="section">
    /// The section; its keys are the names of the options, and a key that is none is an error when the host starts.
    /// </param>
    /// <returns>The builder of its HTTP client: for handlers, resilience, a test's primary handler.</returns>
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
        services.Configure(key ?? Options.DefaultName, configure);
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        IHttpClientBuilder builder = Add(services, key);
        SectionBinding binding = new(key ?? Options.DefaultName, section);
        services.AddSingleton<IConfigureOptions<PresenceClientOptions>>(binding);
        services.AddSingleton<IConfigureOptions<PresenceLoaderOptions>>(binding);
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new ClientRegistration(key).AddTo(services);
    }
}
