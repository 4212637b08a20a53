namespace PresenceClient.Soak.Wire.Server;

/// <summary>The role of an address.</summary>
internal enum ListenerRole
{
    /// <summary>The service that clients are configured with.</summary>
    Graph,

    /// <summary>The proxy from the environment. Requests to loopback must not use it.</summary>
    Proxy,

    /// <summary>A foreign host, the target of redirects and next links. No request may arrive there.</summary>
    Elsewhere,

    /// <summary>The sign-in host for applications with a client secret.</summary>
    Authority,
}
