namespace PresenceClient;

/// <summary>The options of a <see cref="PresenceLoader"/>.</summary>
/// <remarks>They are read once, when the loader is created.</remarks>
public sealed class PresenceLoaderOptions
{
    /// <summary>How long an answer is cached, counted from <see cref="LoadedPresence.ReadAt"/>.</summary>
    /// <value>Default: zero, which caches nothing. Zero or more.</value>
    /// <remarks>
    /// While it is cached, calls for the same user send no request. The information that the service left a user out
    /// is cached as well; failures are not.
    /// </remarks>
    public TimeSpan MaxAge { get; set; }

    /// <summary>The largest number of cached answers.</summary>
    /// <value>Default: 10,000. 1 or more. Has an effect only with a <see cref="MaxAge"/>.</value>
    /// <remarks>When it is reached, the oldest answer is removed.</remarks>
    public int Capacity { get; set; } = 10_000;

    /// <summary>The longest time that calls are gathered while another request is in flight.</summary>
    /// <value>Default: 250 milliseconds. More than zero, up to 24 days.</value>
    /// <remarks>It bounds how long a slow or throttled request delays other callers.</remarks>
    public TimeSpan MaxGatherTime { get; set; } = TimeSpan.FromMilliseconds(250);
}
