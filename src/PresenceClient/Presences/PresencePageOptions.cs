namespace PresenceClient;

/// <summary>How the presences of many users are read page by page.</summary>
public sealed class PresencePageOptions
{
    /// <inheritdoc cref="PresenceReadOptions.MaxConcurrency"/>
    public int MaxConcurrency
    {
        get;
        set => field = Concurrency.Require(value, nameof(MaxConcurrency));
    } = Concurrency.Usual;

    /// <inheritdoc cref="PresenceReadOptions.Progress"/>
    public IProgress<PresenceReadProgress>? Progress { get; set; }
}
