namespace PresenceClient.MicrosoftGraph.Tests;

/// <summary>How the two clients of a process reach Graph.</summary>
public enum AdapterUse
{
    /// <summary>Each through an adapter of its own.</summary>
    Own,

    /// <summary>Both through the adapter of Microsoft's SDK, with its handlers and its sign-in.</summary>
    Shared,
}
