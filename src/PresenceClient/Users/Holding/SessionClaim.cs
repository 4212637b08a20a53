namespace PresenceClient.Users.Holding;

/// <summary>
/// What a hold, or a keeper, wants a user's session to show. Everything is under the lock of
/// <see cref="HeldSessions"/>.
/// </summary>
/// <param name="plan">How it is set and renewed.</param>
internal abstract class SessionClaim(HoldPlan plan)
{
    public HoldPlan Plan => plan;

    /// <summary>The wanted state.</summary>
    public SetSession Command { get; set; } = null!;

    /// <summary>
    /// Completed when <see cref="Command"/> is set, or a newer claim shows instead; null if it is not awaited.
    /// </summary>
    public TaskCompletionSource? Pending { get; set; }

    /// <summary>Why the service rejected it permanently; null if it did not.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Whether a lapse is reported: a hold is only established once its state was set.</summary>
    public bool IsEstablished { get; set; }

    /// <summary>Whether the owner was notified that the state is not set.</summary>
    public bool IsLapsed { get; set; }

    /// <summary>Notifies the owner, under the lock: no foreign code may run there.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="failure">The failure of the last request.</param>
    public abstract void Notify(PresenceKeeperEventKind kind, Exception? failure);
}
