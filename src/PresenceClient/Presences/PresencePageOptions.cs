namespace PresenceClient;

/// <summary>The options of a read of many users page by page.</summary>
public sealed class PresencePageOptions
{
    /// <inheritdoc cref="PresenceReadOptions.MaxConcurrency"/>
    public int MaxConcurrency
    {
        get;
        set => field = Http.Concurrency.Require(value, nameof(MaxConcurrency));
    } = Http.Concurrency.Usual;

    /// <inheritdoc cref="PresenceReadOptions.Progress"/>
    public IProgress<PresenceReadProgress>? Progress { get; set; }
}
