namespace PresenceClient.Emulator;

/// <summary>The kind of device that a user runs Teams on.</summary>
/// <remarks>Each has a presence session of its own.</remarks>
public enum TeamsDevice
{
    /// <summary>The desktop application.</summary>
    Desktop,

    /// <summary>The application on a phone or tablet.</summary>
    Mobile,

    /// <summary>The web application in a browser.</summary>
    Web,
}
