namespace PresenceClient.Tests.EndToEnd;

/// <summary>How a client reaches the emulator.</summary>
public enum EmulatorTransport
{
    /// <summary>Real HTTP to a loopback port.</summary>
    Loopback,

    /// <summary>The in-memory handler, at the address of the global cloud.</summary>
    InMemory,
}
