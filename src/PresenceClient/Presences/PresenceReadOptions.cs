namespace PresenceClient;

/// <summary>The options of a read of many users.</summary>
public sealed class PresenceReadOptions
{
    /// <summary>The largest number of concurrent requests, of up to 650 users each: 1 to 64.</summary>
    /// <value>Default: 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxConcurrency
    {
        get;
        set => field = Http.Concurrency.Require(value, nameof(MaxConcurrency));
    } = Http.Concurrency.Usual;

    /// <summary>The handling of a request that fails permanently.</summary>
    /// <value>Default: <see cref="PresenceFailureMode.Throw"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public PresenceFailureMode OnFailure
    {
        get;
        set => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(OnFailure), value,
                $"{value} is not a {nameof(PresenceFailureMode)}. The values are "
                    + $"{string.Join(", ", Enum.GetNames<PresenceFailureMode>())}.");
    }

    /// <summary>Receives the progress after each request, and each time the service throttles.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// The handler is called on any thread, but not concurrently, and should return quickly. An exception that it
    /// throws is logged and otherwise ignored.
    /// </remarks>
    public IProgress<PresenceReadProgress>? Progress { get; set; }
}
