namespace PresenceClient.Emulator;

/// <summary>What a user runs Teams on. Each has a presence session of its own.</summary>
public enum TeamsDevice
{
    /// <summary>The application on a computer.</summary>
    Desktop,

    /// <summary>The application on a phone or a tablet.</summary>
    Mobile,

    /// <summary>The web application in a browser.</summary>
    Web,
}
