using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PresenceClient.Emulator.Control;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Graph;
using PresenceClient.Emulator.Hosting;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Notifications;
using PresenceClient.Emulator.Seeding;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

/// <summary>A Microsoft Teams presence tenant in this process.</summary>
/// <remarks>
/// It serves the presence operations of Microsoft Graph v1.0 and a token endpoint, over HTTP or HTTPS on a loopback
/// port and through an in-memory handler. Thread-safe.
/// </remarks>
public sealed partial class PresenceEmulator : IAsyncDisposable
{
    /// <summary>
    /// Replaces the sign-in host in the process. The name can't be resolved, so that no secret can leave the process.
    /// </summary>
    private static readonly Uri SignInHost = new("https://login.emulator.invalid/");

    private readonly Tenant _tenant;
    private readonly TokenIssuer _issuer;
    private readonly ServiceState _service;
    private readonly FaultySender _faultySender;
    private readonly SigningKeys _keys;
    private readonly NotificationService _notifications;
    private readonly LoopbackServer _loopback;
    private readonly InMemoryServer _inMemory;
    private readonly HttpMessageHandler _signIn;

    private PresenceEmulator(PresenceEmulatorOptions options)
    {
        _tenant = TenantSeeder.Create(options);
        var settings = new TokenSettings(_tenant, options.TokenTimeProvider);
        _issuer = new TokenIssuer(_tenant, settings, options.TokenLifetime);
        _service = new ServiceState(options);
        _faultySender = new FaultySender(options.TimeProvider);
        _keys = new SigningKeys(_tenant);
        _notifications = new NotificationService(
            _tenant, options, _service.Faults, new ValidationTokenIssuer(_tenant, settings, _keys));
        var graph = new GraphService(
            _tenant, options, new Authenticator(_tenant, settings, options.NoAuth), _notifications);
        Served = new EmulatorApplication(
            new EmulatedEndpoint(new GraphGateway(graph, _service, options), _faultySender, _tenant),
            new TokenEndpoint(_tenant, _issuer, settings),
            new AuthorityEndpoint(_tenant, settings, _keys),
            new ControlEndpoint(_tenant, _service, _notifications, _keys, Reset));
        _loopback = new LoopbackServer(options.Port, options.Https);
        _inMemory = new InMemoryServer(Served);
        _signIn = _inMemory.CreateHandler();
        Users = Array.AsReadOnly(_tenant.People);
    }

    /// <summary>The root of Graph, for example <c>http://127.0.0.1:5080/v1.0</c>, without a trailing slash.</summary>
    /// <remarks>
    /// With <see cref="PresenceEmulatorOptions.Https"/>, its scheme, host and port are the authority host of sign-in
    /// libraries.
    /// </remarks>
    public Uri BaseAddress => field ??= new(_loopback.Address, "v1.0");

    /// <summary>
    /// The public part of the certificate of <see cref="BaseAddress"/>, which clients must trust; null for http.
    /// </summary>
    /// <remarks>
    /// <see cref="PresenceEmulatorOptions.Https"/> selects it. To export it as PEM, use
    /// <see cref="X509Certificate2.ExportCertificatePem"/>. Disposed with the emulator.
    /// </remarks>
    public X509Certificate2? Certificate => _loopback.Certificate;

    /// <summary>The tenant's id, a GUID.</summary>
    public string TenantId => _tenant.Id;

    /// <summary>
    /// The seeded application, with Presence.ReadWrite.All, User.ReadBasic.All, User.Read.All and GroupMember.Read.All.
    /// </summary>
    public EmulatedApplication Application => _tenant.SeededApplication;

    internal EmulatorApplication Served { get; }

    /// <summary>Starts an emulator.</summary>
    /// <param name="configure">Sets the options; null keeps the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator; dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="PresenceEmulatorOptions.Https"/> is <see cref="HttpsCertificate.Development"/>, and there is no valid
    /// development certificate.
    /// </exception>
    public static async Task<PresenceEmulator> StartAsync(
        Action<PresenceEmulatorOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new PresenceEmulatorOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfZero(options.Users + options.AddedUsers.Count, nameof(options.Users));
        var emulator = new PresenceEmulator(options);
        try
        {
            await emulator._loopback.StartAsync(emulator.Served, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Registers another application with application roles.</summary>
    /// <param name="roles">
    /// The roles, for example <c>Presence.Read.All</c>. Without roles, the application has no permissions.
    /// </param>
    /// <returns>The application with its new id and secret.</returns>
    /// <exception cref="ArgumentException">A role is null or blank.</exception>
    public EmulatedApplication AddApplication(params string[] roles)
    {
        ThrowIfAnyIsBlank(roles, nameof(roles));
        return _tenant.AddApplication([.. roles]);
    }

    /// <summary>
    /// Creates the <see cref="ClientSecretCredential"/> of Azure.Identity for <see cref="Application"/>.
    /// </summary>
    /// <returns>The credential.</returns>
    /// <remarks>It signs in at the emulator, in process.</remarks>
    public TokenCredential CreateCredential() => CreateCredential(Application);

    /// <summary>Creates the <see cref="ClientSecretCredential"/> of Azure.Identity for an application.</summary>
    /// <param name="app">The application that signs in.</param>
    /// <returns>The credential.</returns>
    /// <remarks>It signs in at the emulator, in process.</remarks>
    /// <exception cref="ArgumentNullException">The application is null.</exception>
    public TokenCredential CreateCredential(EmulatedApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new ClientSecretCredential(TenantId, app.ClientId, app.ClientSecret, new ClientSecretCredentialOptions
        {
            AuthorityHost = SignInHost,
            // Instance discovery would send this host name to Microsoft.
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(_signIn),
        });
    }

    /// <summary>Signs a user in through <see cref="Application"/>, with consented delegated scopes.</summary>
    /// <param name="user">The user.</param>
    /// <param name="scopes">
    /// The scopes, for example <c>Presence.ReadWrite</c>. Default: Presence.Read.All, Presence.ReadWrite,
    /// User.ReadBasic.All, User.Read.All and GroupMember.Read.All.
    /// </param>
    /// <returns>A credential. Its tokens have these scopes, whichever scopes are requested.</returns>
    /// <exception cref="ArgumentException">A scope is null or blank, or the user's account is disabled.</exception>
    public TokenCredential SignIn(EmulatedUser user, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(user);
        ThrowIfAnyIsBlank(scopes, nameof(scopes));
        if (!user.AccountEnabled)
        {
            throw new ArgumentException(
                $"The account of '{user}' is disabled. Only users with enabled accounts can sign in. Use another"
                + " user.",
                nameof(user));
        }

        return new SignedInCredential(
            _issuer, Application, user, scopes.Length == 0 ? PermissionNames.UsualScopes : [.. scopes]);
    }

    /// <summary>Creates a handler that sends requests to the emulator without a socket.</summary>
    /// <returns>A new handler. The caller, or its HttpClient, disposes it.</returns>
    /// <remarks>It accepts any host: only the path determines whether Graph or the sign-in answers.</remarks>
    public HttpMessageHandler CreateHandler() => _inMemory.CreateHandler();

    /// <summary>Stops the emulator.</summary>
    /// <returns>A task that completes when the port is free.</returns>
    /// <remarks>Requests in flight get one second to complete.</remarks>
    public async ValueTask DisposeAsync()
    {
        _faultySender.Dispose();
        await _notifications.DisposeAsync().ConfigureAwait(false);
        await _loopback.DisposeAsync().ConfigureAwait(false);
        _signIn.Dispose();
        _inMemory.Dispose();
        _keys.Dispose();
    }

    private static void ThrowIfAnyIsBlank(string[] values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        foreach (string value in values)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, parameter);
        }
    }
}
