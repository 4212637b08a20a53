using Azure.Identity;

namespace PresenceClient;

/// <summary>
/// How a <see cref="PresenceServiceClient"/> reaches the service. Read once, when the client is made.
/// </summary>
public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// The client ID of the application, a GUID. It is the session ID of setPresence and clearPresence, and only they
    /// require it.
    /// </summary>
    /// <value>Default: null. A session call without it throws <see cref="InvalidOperationException"/>.</value>
    public string? ApplicationId { get; set; }

    /// <summary>The cloud to call: it sets the address and the scope of tokens.</summary>
    /// <value>Default: <see cref="GraphCloud.Global"/>.</value>
    /// <remarks>An address that belongs to a known cloud (<see cref="BaseAddress"/>, or the adapter's) wins.</remarks>
    public GraphCloud Cloud { get; set; }

    /// <summary>
    /// The address to call instead of the cloud's own, its version included: an emulator or a proxy. https, or http to
    /// a loopback address; tokens go only to its host.
    /// </summary>
    /// <value>Default: null, which is the cloud's, such as <c>https://graph.microsoft.com/v1.0</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// How long one attempt may take, from sending to the last byte of the answer; beyond it the request is given up,
    /// and sent again or not as <see cref="MaxRetries"/> says.
    /// </summary>
    /// <value>
    /// Default: 30 seconds. More than zero, up to 24 days; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </value>
    /// <remarks>
    /// Signing in with a credential does not count; <see cref="SignInTimeout"/> limits it. With a request adapter,
    /// whatever it does counts.
    /// </remarks>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long one sign-in may take: one request to the credential for a token. A longer one is abandoned, and the
    /// calls that wait for it throw <see cref="PresenceAuthenticationException"/>.
    /// </summary>
    /// <value>
    /// Default: null, which is 2 minutes, or 15 minutes for <see cref="InteractiveBrowserCredential"/> and
    /// <see cref="DeviceCodeCredential"/>, which wait for a person. More than zero, up to 24 days;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </value>
    /// <remarks>
    /// Set it for another credential that waits for a person. A sign-in does not count against
    /// <see cref="AttemptTimeout"/> and <see cref="TotalTimeout"/>. Cannot be combined with a request adapter, which
    /// signs in by itself.
    /// </remarks>
    public TimeSpan? SignInTimeout { get; set; }

    /// <summary>
    /// The HTTP client to send with. Its owner disposes it. Cannot be combined with <see cref="HttpMessageHandler"/>.
    /// </summary>
    /// <value>Default: null; the client makes its own.</value>
    /// <remarks>
    /// <para>Its own <see cref="System.Net.Http.HttpClient.Timeout"/> applies too: let it be infinite. It should not
    /// follow redirects: it would send what is written to the other host before the client can refuse that host's
    /// answer. It should keep no cookies.</para>
    /// <para>Its proxy applies too, and the client cannot see it. For an http loopback address, such as an emulator's,
    /// turn the proxy off (<see cref="SocketsHttpHandler.UseProxy"/>): it would receive tokens in clear text.</para>
    /// </remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The HTTP handler to send with. Its owner disposes it. Cannot be combined with <see cref="HttpClient"/>.
    /// </summary>
    /// <value>Default: null; the client makes its own.</value>
    /// <remarks>
    /// It should not follow redirects, which the client treats as errors, and keep no cookies. One that would use a
    /// proxy for an http loopback address is refused, since the proxy would receive tokens in clear text. One of .NET's
    /// makes activities that hold addresses, and so the ids of users, unless its
    /// <see cref="SocketsHttpHandler.ActivityHeadersPropagator"/> is null.
    /// </remarks>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>The clock of every limit and wait.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
