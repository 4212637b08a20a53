namespace PresenceClient.Emulator.State;

/// <summary>Who holds a presence session.</summary>
internal enum SessionKind : byte
{
    /// <summary>An application, through setPresence; it fades and expires.</summary>
    Application,

    /// <summary>A Teams client, which keeps itself alive and so neither fades nor expires.</summary>
    TeamsClient,
}
