namespace PresenceClient;

/// <summary>The options of a call with many writes.</summary>
public sealed class PresenceWriteOptions
{
    /// <summary>The largest number of concurrent requests: 1 to 64.</summary>
    /// <value>Default: 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxConcurrency
    {
        get;
        set => field = Http.Concurrency.Require(value, nameof(MaxConcurrency));
    } = Http.Concurrency.Usual;

    /// <summary>Receives the progress after each write, and each time the service throttles.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// The handler is called on any thread, but not concurrently, and should return quickly. An exception that it
    /// throws is logged and otherwise ignored, so that no outcome is lost.
    /// </remarks>
    public IProgress<PresenceWriteProgress>? Progress { get; set; }
}
