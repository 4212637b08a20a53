using Azure.Identity;

namespace PresenceClient;

/// <summary>
/// The options of a <see cref="PresenceServiceClient"/>. They are read once, when the client is created.
/// </summary>
public sealed partial class PresenceClientOptions
{
    /// <summary>
    /// The client ID of the application, a GUID. It is the session ID of setPresence and clearPresence. Other
    /// operations do not require it.
    /// </summary>
    /// <value>
    /// Default: null. Without it, a call that sets or clears a session throws <see cref="InvalidOperationException"/>.
    /// </value>
    public string? ApplicationId { get; set; }

    /// <summary>The cloud, which determines the address and the scope of tokens.</summary>
    /// <value>Default: <see cref="GraphCloud.Global"/>.</value>
    /// <remarks>
    /// The cloud of a known address (<see cref="BaseAddress"/>, or the adapter's) takes precedence over this option.
    /// </remarks>
    public GraphCloud Cloud { get; set; }

    /// <summary>
    /// The address to use instead of the cloud's, including the version, for example of an emulator or a gateway.
    /// https, or http for a loopback address. Tokens are sent only to its host.
    /// </summary>
    /// <value>Default: null, which is the cloud's, for example <c>https://graph.microsoft.com/v1.0</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The time limit of an attempt, from sending to the last byte of the answer. After it the request is cancelled,
    /// and retried as <see cref="MaxRetries"/> allows.
    /// </summary>
    /// <value>
    /// Default: 30 seconds. More than zero, up to 24 days; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </value>
    /// <remarks>
    /// The time of a sign-in with a credential does not count; <see cref="SignInTimeout"/> limits it. With a request
    /// adapter, its sign-in counts.
    /// </remarks>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time limit of a sign-in: one request to the credential for a token. After it the sign-in is cancelled, and
    /// the calls that wait for it throw <see cref="PresenceAuthenticationException"/>.
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
    /// The HTTP client that sends requests. You dispose it. Cannot be combined with <see cref="HttpMessageHandler"/>.
    /// </summary>
    /// <value>Default: null; the client creates its own.</value>
    /// <remarks>
    /// <para>Its <see cref="System.Net.Http.HttpClient.Timeout"/> applies too, so set it to infinite. Turn redirects
    /// off: the HTTP client would send a write to another host before the presence client can reject the answer. Turn
    /// cookies off too.</para>
    /// <para>Its proxy applies too, and the presence client cannot see it. For an http loopback address, for example of
    /// an emulator, turn the proxy off (<see cref="SocketsHttpHandler.UseProxy"/>). Otherwise it receives tokens in
    /// clear text.</para>
    /// </remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The HTTP handler that sends requests. You dispose it. Cannot be combined with <see cref="HttpClient"/>.
    /// </summary>
    /// <value>Default: null; the client creates its own.</value>
    /// <remarks>
    /// Turn redirects and cookies off; the client treats a redirect as an error. A handler that uses a proxy for an
    /// http loopback address is an error, because the proxy would receive tokens in clear text. A handler of .NET
    /// creates activities with addresses, and so with the ids of users, unless its
    /// <see cref="SocketsHttpHandler.ActivityHeadersPropagator"/> is null.
    /// </remarks>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>The clock of all time limits and waits.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
