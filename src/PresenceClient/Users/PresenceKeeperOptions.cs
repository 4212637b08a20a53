namespace PresenceClient;

/// <summary>How a <see cref="PresenceKeeper"/> sends its requests. Read once, when the keeper is created.</summary>
public sealed class PresenceKeeperOptions
{
    /// <summary>
    /// How long a session stays in Teams if your process stops without clearing it. Sessions are renewed after a third
    /// of it, and <see cref="SessionPresence.Available"/> after at most 4 minutes, because it fades.
    /// </summary>
    /// <value>
    /// Default: 15 minutes. From 5 minutes to 4 hours. A third of it and
    /// <see cref="PresenceClientOptions.AttemptTimeout"/> together must be shorter than the whole.
    /// </value>
    /// <remarks>
    /// Renewals use quota: each user takes 30 seconds / renewal interval of a request in 30 seconds. 12,000 users who
    /// are kept Available take 12,000 × 30 / 240 = 1,500 requests, which is the whole limit of an application.
    /// </remarks>
    public TimeSpan Expiry { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many requests are sent in parallel.</summary>
    /// <value>Default: 4. From 1 to 64.</value>
    public int MaxConcurrency { get; set; } = Http.Concurrency.Usual;

    /// <summary>
    /// The maximum share of the client's pace (<see cref="PresenceClientOptions.MaxRequestsPer30Seconds"/>) that the
    /// keeper uses. Other calls always pass before the requests of a keeper.
    /// </summary>
    /// <value>Default: 0.5. More than 0, up to 1. At least one request in 30 seconds is sent.</value>
    public double PaceShare { get; set; } = 0.5;

    /// <summary>How long <see cref="PresenceKeeper.DisposeAsync"/> waits until all sessions are cleared.</summary>
    /// <value>Default: 20 seconds. From zero to 10 minutes. A host stops waiting after its shutdown timeout.</value>
    public TimeSpan ClearTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
