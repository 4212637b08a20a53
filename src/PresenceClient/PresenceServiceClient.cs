using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Http;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>The client of Microsoft Teams presence, Microsoft Graph v1.0. Make one and keep it. Thread-safe.</summary>
/// <remarks>
/// Disposing it disposes what it made itself: never a credential, an adapter, an HTTP client or a handler of the
/// caller's. Afterwards every call throws <see cref="ObjectDisposedException"/>, also those of the clients, loaders and
/// enumerations that came from it. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// </remarks>
public class PresenceServiceClient : IDisposable
{
    private readonly ClientContext _context = null!;
    private readonly HeldSessions _held = null!;
    private readonly HttpClient? _ownClient;

    /// <summary>A client that signs in with a credential.</summary>
    /// <param name="credential">The credential, such as one of Azure.Identity's.</param>
    /// <param name="options">How to reach the service; null for the defaults.</param>
    /// <remarks>
    /// The client keeps the token until shortly before it expires, and one sign-in serves all calls that wait for it.
    /// So the credential must stand for one identity: for several users, make a client for each.
    /// </remarks>
    /// <exception cref="ArgumentException">Options aren't valid. All errors are reported together.</exception>
    /// <exception cref="NotSupportedException">The address is that of a cloud without presence (China).</exception>
    public PresenceServiceClient(TokenCredential credential, PresenceClientOptions? options = null)
        : this(
            credential ?? throw new ArgumentNullException(nameof(credential)),
            OptionsCheck.ForCredential(options),
            hostClient: null)
    {
    }

    /// <summary>A client over a request adapter of Kiota's, which brings its sign-in and its HTTP client.</summary>
    /// <param name="adapter">
    /// The adapter, for example the <c>RequestAdapter</c> of a <c>GraphServiceClient</c> of Microsoft.Graph 5 or 6. Its
    /// base URL is used. If it has none, it is given the cloud's, as every client that Kiota generates does.
    /// </param>
    /// <param name="options">
    /// How to use the service; null for the defaults. The HTTP client and handler, and the address where the adapter
    /// has one, are the adapter's own affair and must not be set.
    /// </param>
    /// <remarks>
    /// The adapter signs in within each attempt: the time counts against
    /// <see cref="PresenceClientOptions.AttemptTimeout"/>, and the request already has its turn in the pace. It answers
    /// a claims challenge (continuous access evaluation) by itself, within the same attempt, if it can read the header.
    /// </remarks>
    /// <exception cref="ArgumentException">Options aren't valid. All errors are reported together.</exception>
    /// <exception cref="NotSupportedException">The address is that of a cloud without presence (China).</exception>
    public PresenceServiceClient(IRequestAdapter adapter, PresenceClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        options = OptionsCheck.ForAdapter(options, adapter);
        bool hasAddress = !string.IsNullOrEmpty(adapter.BaseUrl);
        var endpoint = GraphEndpoint.Create(
            hasAddress ? new Uri(adapter.BaseUrl!) : options.BaseAddress, options.Cloud);
        if (!hasAddress)
        {
            adapter.BaseUrl = endpoint.BaseAddress.AbsoluteUri;
        }

        _context = new ClientContext(RequestSenders.Through(adapter), credential: null, endpoint, options);
        _held = new HeldSessions(_context);
    }

    /// <summary>A client with checked options; a host's HTTP client becomes its own.</summary>
    internal PresenceServiceClient(TokenCredential credential, PresenceClientOptions options, HttpClient? hostClient)
    {
        var endpoint = GraphEndpoint.Create(options.BaseAddress, options.Cloud);
        HttpClient client = options.HttpClient ?? (_ownClient = hostClient
            ?? ConnectionFactory.CreateClient(options.HttpMessageHandler, endpoint.BaseAddress));
        _context = new ClientContext(RequestSenders.Through(client), credential, endpoint, options);
        _held = new HeldSessions(_context);
    }

    /// <summary>For mocks and derived classes.</summary>
    protected PresenceServiceClient()
    {
    }

    /// <summary>The signed-in user; needs a delegated token.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "Microsoft Graph's own name; Visual Basic writes [Me].")]
    public virtual MeClient Me => new(_context, _held);

    /// <summary>The users of the directory, and the presence of each.</summary>
    public virtual UsersClient Users => new(_context, _held);

    /// <summary>The groups and teams of the directory, and their members.</summary>
    public virtual GroupsClient Groups => new(_context);

    /// <summary>How much of its pace the client uses now.</summary>
    public virtual PresencePace Pace => _context.Gate.Pace;

    /// <summary>The presences of many users at once.</summary>
    public virtual PresencesClient Presences => new(_context);

    /// <summary>Disposes what the client made itself.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes what the client made itself.</summary>
    /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _context?.Pipeline.MarkDisposed();
            _ownClient?.Dispose();
        }
    }
}
