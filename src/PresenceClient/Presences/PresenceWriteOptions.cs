namespace PresenceClient;

/// <summary>How many writes are sent at once, and who is told how far they are.</summary>
public sealed class PresenceWriteOptions
{
    private const int HighestConcurrency = 64;

    /// <summary>How many requests may be under way at once.</summary>
    /// <value>Default: 4. From 1 to 64.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the range.</exception>
    public int MaxConcurrency
    {
        get;
        init => field = value is >= 1 and <= HighestConcurrency
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxConcurrency), value,
                $"From 1 to {HighestConcurrency} writes can be under way at once.");
    } = 4;

    /// <summary>
    /// Told after each write that has an outcome, and of each answer that asks for patience (429).
    /// </summary>
    /// <value>Default: null; nobody is told.</value>
    /// <remarks>
    /// One report at a time, on whatever thread comes along, and no number ever goes back. Writes wait for it, so it
    /// should be quick; <see cref="Progress{T}"/> is, but does not promise to keep the order.
    /// </remarks>
    public IProgress<PresenceWriteProgress>? Progress { get; init; }
}
