using PresenceClient;

namespace CallStatusSync;

/// <summary>The validated arguments.</summary>
internal sealed record SyncOptions
{
    public const string StandardInput = "-";

    /// <summary>The file of events, <c>-</c> for standard input; null for the simulated phone system.</summary>
    public string? EventsFile { get; init; }

    /// <summary>How many times as fast as their times say the events of a file or of the simulation come.</summary>
    public int Speed { get; init; } = 60;

    /// <summary>For how long, in its own time, the simulated phone system runs.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>The seed of the simulated calls, and of the faults.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Whether the emulated service throttles, fails and drops connections.</summary>
    public bool HasFaults { get; init; }

    /// <summary>How to sign in to Microsoft's service; null for the emulated tenant.</summary>
    public PresenceCredentialOptions? SignIn { get; init; }
}
