namespace PresenceClient.Soak.Wire.Server;

/// <summary>What an address stands for.</summary>
internal enum ListenerRole
{
    /// <summary>The service that clients are configured with.</summary>
    Graph,

    /// <summary>The proxy that the environment names; no request to loopback belongs there.</summary>
    Proxy,

    /// <summary>Another host, to which redirects and next links lead; no request belongs there.</summary>
    Elsewhere,

    /// <summary>Where an application with a client secret signs in.</summary>
    Authority,
}
