using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PresenceClient.Emulator.Control;
using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Graph;
using PresenceClient.Emulator.Hosting;
using PresenceClient.Emulator.Identity;
using PresenceClient.Emulator.Seeding;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator;

/// <summary>
/// A Microsoft Teams presence tenant in this process: it serves Microsoft Graph v1.0's presence operations and a token
/// endpoint, over HTTP on a loopback port and through an in-memory handler alike. Safe to use from any thread.
/// </summary>
public sealed partial class PresenceEmulator : IAsyncDisposable
{
    /// <summary>
    /// Stands for the sign-in host in process. It resolves nowhere, so that no secret can ever leave.
    /// </summary>
    private static readonly Uri SignInHost = new("https://login.emulator.invalid/");

    private readonly Tenant _tenant;
    private readonly TokenIssuer _issuer;
    private readonly ServiceState _service;
    private readonly FaultySender _faultySender;
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
        var graph = new GraphService(_tenant, options, new Authenticator(_tenant, settings, options.NoAuth));
        Served = new EmulatorApplication(
            new EmulatedEndpoint(new GraphGateway(graph, _service, options), _faultySender, _tenant),
            new TokenEndpoint(_tenant, _issuer, settings),
            new ControlEndpoint(_tenant, _service, Reset));
        _loopback = new LoopbackServer(options.Port);
        _inMemory = new InMemoryServer(Served);
        _signIn = _inMemory.CreateHandler();
        Users = Array.AsReadOnly(_tenant.People);
    }

    /// <summary>The root of the Graph, such as <c>http://127.0.0.1:5080/v1.0</c>, without a slash at its end.</summary>
    public Uri BaseAddress => field ??= new(_loopback.Address, "v1.0");

    /// <summary>The tenant's id, a GUID.</summary>
    public string TenantId => _tenant.Id;

    /// <summary>
    /// The application that is there from the start, with Presence.ReadWrite.All, User.ReadBasic.All, User.Read.All
    /// and GroupMember.Read.All.
    /// </summary>
    public EmulatedApplication Application => _tenant.SeededApplication;

    internal EmulatorApplication Served { get; }

    /// <summary>Starts a tenant.</summary>
    /// <param name="configure">Sets the options; null keeps the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator; dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is set to what it cannot be.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
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

    /// <summary>Registers another application, with the application roles that it shall have.</summary>
    /// <param name="roles">
    /// The roles, such as <c>Presence.Read.All</c>; none makes an application that may do nothing.
    /// </param>
    /// <returns>The application with its new id and secret.</returns>
    /// <exception cref="ArgumentException">A role is null or blank.</exception>
    public EmulatedApplication AddApplication(params string[] roles)
    {
        ThrowIfAnyIsBlank(roles, nameof(roles));
        return _tenant.AddApplication([.. roles]);
    }

    /// <summary>
    /// Makes Azure.Identity's own <see cref="ClientSecretCredential"/> for <see cref="Application"/>, pointed at the
    /// emulator in process.
    /// </summary>
    /// <returns>The credential.</returns>
    public TokenCredential CreateCredential() => CreateCredential(Application);

    /// <summary>
    /// Makes Azure.Identity's own <see cref="ClientSecretCredential"/> for an application, pointed at the emulator in
    /// process.
    /// </summary>
    /// <param name="app">The application that signs in.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException">The application is null.</exception>
    public TokenCredential CreateCredential(EmulatedApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new ClientSecretCredential(TenantId, app.ClientId, app.ClientSecret, new ClientSecretCredentialOptions
        {
            AuthorityHost = SignInHost,
            // Discovery would ask Microsoft's host whether this one is known.
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(_signIn),
        });
    }

    /// <summary>Signs a user in through <see cref="Application"/>, with the delegated scopes consented to.</summary>
    /// <param name="user">The user.</param>
    /// <param name="scopes">
    /// The scopes, such as <c>Presence.ReadWrite</c>; none stands for Presence.Read.All, Presence.ReadWrite,
    /// User.ReadBasic.All, User.Read.All and GroupMember.Read.All.
    /// </param>
    /// <returns>A credential whose every token has these scopes, whichever are asked for.</returns>
    /// <exception cref="ArgumentException">A scope is null or blank, or the user's account is disabled.</exception>
    public TokenCredential SignIn(EmulatedUser user, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(user);
        ThrowIfAnyIsBlank(scopes, nameof(scopes));
        if (!user.AccountEnabled)
        {
            throw new ArgumentException(
                $"The account of '{user}' is disabled. Only a user whose account is enabled can sign in. Use another"
                + " user.",
                nameof(user));
        }

        return new SignedInCredential(
            _issuer, Application, user, scopes.Length == 0 ? PermissionNames.UsualScopes : [.. scopes]);
    }

    /// <summary>
    /// Makes a handler that reaches the emulator without a socket. It takes any host: the path alone decides whether
    /// Graph or the sign-in answers.
    /// </summary>
    /// <returns>A handler of the caller's own, to be disposed by the caller or its HttpClient.</returns>
    public HttpMessageHandler CreateHandler() => _inMemory.CreateHandler();

    /// <summary>Stops serving. Requests under way get one second to end.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        _faultySender.Dispose();
        await _loopback.DisposeAsync().ConfigureAwait(false);
        _signIn.Dispose();
        _inMemory.Dispose();
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
