namespace PresenceClient;

/// <summary>How a <see cref="PresenceLoader"/> gathers and what it remembers. Read once, when it is made.</summary>
public sealed class PresenceLoaderOptions
{
    /// <summary>
    /// How long an answer is remembered, from <see cref="LoadedPresence.ReadAt"/>: while it is younger than that, calls
    /// for the same user send nothing. Users whom the service left out are remembered as such for as long; failures
    /// never are.
    /// </summary>
    /// <value>Default: zero, which remembers nothing. Zero or more.</value>
    public TimeSpan MaxAge { get; set; }

    /// <summary>How many users' answers are remembered at most; beyond it, the oldest is forgotten.</summary>
    /// <value>Default: 10,000. 1 or more. It matters only with a <see cref="MaxAge"/>.</value>
    public int Capacity { get; set; } = 10_000;

    /// <summary>
    /// How long calls are gathered at most while another request is under way. So one request that hangs, or that waits
    /// because the service asked for patience, holds nobody else back for its whole time limit.
    /// </summary>
    /// <value>Default: 250 milliseconds. More than zero, up to 24 days.</value>
    public TimeSpan MaxGatherTime { get; set; } = TimeSpan.FromMilliseconds(250);
}
