namespace PresenceClient.Emulator.State;

/// <summary>The owner of a presence session.</summary>
internal enum SessionKind : byte
{
    /// <summary>An application that called setPresence. The session fades and expires.</summary>
    Application,

    /// <summary>A Teams client, which keeps the session alive, so that it neither fades nor expires.</summary>
    TeamsClient,
}
