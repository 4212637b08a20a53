namespace PresenceClient;

/// <summary>How a session is held. Read once, when the hold starts.</summary>
public sealed class PresenceHoldOptions
{
    /// <summary>
    /// How long the session stays in Teams if your process stops without ending the hold. The session is renewed after
    /// a third of it, and <see cref="SessionPresence.Available"/> after at most 4 minutes, because it fades.
    /// </summary>
    /// <value>
    /// Default: 15 minutes. From 5 minutes to 4 hours. A third of it and
    /// <see cref="PresenceClientOptions.AttemptTimeout"/> together must be shorter than the whole.
    /// </value>
    public TimeSpan Expiry { get; set; } = TimeSpan.FromMinutes(15);
}
