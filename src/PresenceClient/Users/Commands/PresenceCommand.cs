using PresenceClient.Http;

namespace PresenceClient.Users;

/// <summary>
/// A change of somebody's presence, its arguments checked when it is made. A record, so that two of the same are equal.
/// </summary>
internal abstract record PresenceAction
{
    /// <summary>What is wrong with the change if it is sent now; null for nothing.</summary>
    public virtual string? FaultAt(DateTimeOffset now) => null;

    /// <summary>The call that makes the change for somebody.</summary>
    public abstract GraphCall CallFor(PresenceTarget target);
}
