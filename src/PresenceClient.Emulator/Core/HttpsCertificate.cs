namespace PresenceClient.Emulator;

/// <summary>The certificate of the emulator's https address.</summary>
public enum HttpsCertificate
{
    /// <summary>None: the address is http.</summary>
    None,

    /// <summary>
    /// A certificate that each start creates for <c>localhost</c>, <c>127.0.0.1</c> and <c>[::1]</c>.
    /// <see cref="PresenceEmulator.Certificate"/> has its public part, for clients to trust.
    /// </summary>
    SelfSigned,

    /// <summary>
    /// The development certificate of ASP.NET Core, which <c>dotnet dev-certs https</c> creates. Clients must use the
    /// host name <c>localhost</c>.
    /// </summary>
    Development,
}
