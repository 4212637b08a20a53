namespace PresenceClient;

/// <summary>How many writes are sent.</summary>
public sealed class PresenceWriteOptions
{
    /// <summary>How many requests are under way at once, 1 to 64.</summary>
    /// <value>Default: 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxConcurrency
    {
        get;
        set => field = Http.Concurrency.Require(value, nameof(MaxConcurrency));
    } = Http.Concurrency.Usual;

    /// <summary>Told how far the writes have come, after each one and each time the service throttles.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// Called by one thread at a time, on any thread; it should return quickly. An exception that it throws is logged
    /// and otherwise ignored, so that no outcome is lost.
    /// </remarks>
    public IProgress<PresenceWriteProgress>? Progress { get; set; }
}
