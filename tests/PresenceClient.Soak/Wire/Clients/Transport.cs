namespace PresenceClient.Soak.Wire.Clients;

/// <summary>What a client's requests go over.</summary>
internal enum Transport
{
    /// <summary>HTTP/1.1 over TCP, by the client's own handler.</summary>
    Tcp,

    /// <summary>HTTP/1.1 over TLS.</summary>
    Tls,

    /// <summary>HTTP/2 over TLS, through a forwarder that lets connections go silent.</summary>
    Http2,
}
