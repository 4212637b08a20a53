namespace PresenceClient;

/// <summary>How the presences of many users are read.</summary>
public sealed class PresenceReadOptions
{
    /// <summary>How many requests, of up to 650 users each, are under way at once, 1 to 64.</summary>
    /// <value>Default: 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxConcurrency
    {
        get;
        set => field = Http.Concurrency.Require(value, nameof(MaxConcurrency));
    } = Http.Concurrency.Usual;

    /// <summary>What to do when a part fails permanently.</summary>
    /// <value>Default: <see cref="PresenceFailureMode.Throw"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the two.</exception>
    public PresenceFailureMode OnFailure
    {
        get;
        set => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(OnFailure), value,
                $"This is no {nameof(PresenceFailureMode)}; the values are "
                    + $"{string.Join(", ", Enum.GetNames<PresenceFailureMode>())}.");
    }

    /// <summary>Told how far the read has come, after each request and each time the service throttles.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// Called by one thread at a time, on any thread; it should return quickly. An exception that it throws is logged
    /// and otherwise ignored.
    /// </remarks>
    public IProgress<PresenceReadProgress>? Progress { get; set; }
}
