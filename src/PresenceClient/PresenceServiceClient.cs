using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Kiota.Abstractions;
using PresenceClient.Http;
using PresenceClient.Users.Holding;

namespace PresenceClient;

/// <summary>
/// A client for Microsoft Teams presence (Microsoft Graph v1.0). Create one and reuse it. Thread-safe.
/// </summary>
/// <remarks>
/// Disposing the client disposes only what it created, and no credential, adapter, HTTP client or handler that you
/// provided. Afterwards every call throws <see cref="ObjectDisposedException"/>, also a call of a client, loader or
/// enumeration that came from this one. Source:
/// <see href="https://learn.microsoft.com/graph/api/resources/presence">presence resource type</see>.
/// </remarks>
public class PresenceServiceClient : IDisposable
{
    private readonly ClientContext _context = null!;
    private readonly HeldSessions _held = null!;
    private readonly HttpClient? _ownClient;

    /// <summary>Creates a client that signs in with a credential.</summary>
    /// <param name="credential">
    /// The credential, for example one of Azure.Identity. Any <c>TokenCredential</c> works.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <remarks>
    /// The client caches the token until shortly before it expires, and all calls that wait for a token share one
    /// sign-in. The credential must therefore have one identity. For several users, create a client for each.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is not valid. All errors are reported together.</exception>
    /// <exception cref="NotSupportedException">
    /// The address is of Microsoft Graph in China, where presence is not available.
    /// </exception>
    public PresenceServiceClient(TokenCredential credential, PresenceClientOptions? options = null)
        : this(
            credential ?? throw new ArgumentNullException(nameof(credential)),
            OptionsCheck.ForCredential(options),
            hostClient: null)
    {
    }

    /// <summary>Creates a client with a Kiota request adapter, which has its own sign-in and HTTP client.</summary>
    /// <param name="adapter">
    /// The adapter, for example the <c>RequestAdapter</c> of a <c>GraphServiceClient</c> of Microsoft.Graph 5 or 6. Its
    /// base URL is used. If it has none, it is set to the cloud's, as clients that Kiota generates do.
    /// </param>
    /// <param name="options">
    /// The options; null for the defaults. The HTTP client, the handler and the sign-in timeout cannot be set, and the
    /// address cannot differ from the adapter's.
    /// </param>
    /// <remarks>
    /// The adapter signs in within each attempt, so the time counts against
    /// <see cref="PresenceClientOptions.AttemptTimeout"/>, and the request has already passed the pace. The adapter
    /// answers a claims challenge (continuous access evaluation) within the same attempt, if it can read the header.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is not valid. All errors are reported together.</exception>
    /// <exception cref="NotSupportedException">
    /// The address is of Microsoft Graph in China, where presence is not available.
    /// </exception>
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

    /// <summary>Creates a client with validated options. It disposes the host's HTTP client.</summary>
    internal PresenceServiceClient(TokenCredential credential, PresenceClientOptions options, HttpClient? hostClient)
    {
        var endpoint = GraphEndpoint.Create(options.BaseAddress, options.Cloud);
        HttpClient client = options.HttpClient ?? (_ownClient = hostClient
            ?? ConnectionFactory.CreateClient(options.HttpMessageHandler, endpoint.BaseAddress));
        bool isOwn = client == _ownClient && hostClient is null && options.HttpMessageHandler is null;
        _context = new ClientContext(RequestSenders.Through(client, isOwn), credential, endpoint, options);
        _held = new HeldSessions(_context);
    }

    /// <summary>Creates an instance for mocking and derived classes.</summary>
    protected PresenceServiceClient()
    {
    }

    /// <summary>Gets a client for the signed-in user. Requires a delegated token.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "The name in Microsoft Graph. Visual Basic uses [Me].")]
    public virtual MeClient Me => new(_context, _held);

    /// <summary>Gets a client for the users of the directory, and for the presence of each user.</summary>
    public virtual UsersClient Users => new(_context, _held);

    /// <summary>Gets a client for the groups and teams of the directory, and their members.</summary>
    public virtual GroupsClient Groups => new(_context);

    /// <summary>Gets a snapshot of the pace: the requests in the last 30 seconds, and the ones that wait.</summary>
    public virtual PresencePace Pace => _context.Gate.Pace;

    /// <summary>
    /// Changes the pace of this client while it runs, for example because several processes share the quota of one
    /// application.
    /// </summary>
    /// <param name="maxRequestsPer30Seconds">
    /// The most requests in any 30 seconds, from 1 to the value of
    /// <see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/> that the client was created with. Requests that were
    /// sent already count.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The pace is less than 1, or more than that value.</exception>
    /// <exception cref="InvalidOperationException">The client was created without a pace.</exception>
    public virtual void SetPace(int maxRequestsPer30Seconds)
    {
        int most = _context.Gate.HighestPace ?? throw new InvalidOperationException(
            $"The client has no pace: {nameof(PresenceClientOptions.MaxRequestsPer30Seconds)} is null. Only a "
            + "pace that exists can change. Create the client with the highest pace that you need.");
        if (maxRequestsPer30Seconds < 1 || maxRequestsPer30Seconds > most)
        {
            throw new ArgumentOutOfRangeException(nameof(maxRequestsPer30Seconds), $"{maxRequestsPer30Seconds} is out "
                + $"of range. Use 1 to {most}, the {nameof(PresenceClientOptions.MaxRequestsPer30Seconds)} that the "
                + "client was created with.");
        }

        _context.Gate.SetPace(maxRequestsPer30Seconds);
    }

    /// <summary>Gets a client for the presences of many users.</summary>
    public virtual PresencesClient Presences => new(_context);

    /// <summary>
    /// Gets a client for the signed-in user's subscriptions to change notifications of presence. Requires a delegated
    /// token.
    /// </summary>
    public virtual SubscriptionsClient Subscriptions => new(_context);

    /// <summary>Disposes what the client created.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes what the client created.</summary>
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
