namespace PresenceClient.Soak.Wire.Clients;

/// <summary>The transport of a client.</summary>
internal enum Transport
{
    /// <summary>HTTP/1.1 over TCP, with the client's own handler.</summary>
    Tcp,

    /// <summary>HTTP/1.1 over TLS.</summary>
    Tls,

    /// <summary>HTTP/2 over TLS, through a forwarder whose connections go silent.</summary>
    Http2,
}
