namespace PresenceClient;

/// <summary>An event of a user whose session a <see cref="PresenceKeeper"/> keeps.</summary>
/// <param name="UserId">The user's object id, as it was given.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened, by the client's clock.</param>
public sealed record PresenceKeeperEvent(string UserId, PresenceKeeperEventKind Kind, DateTimeOffset At)
{
    /// <summary>The failure of the last request; null for <see cref="PresenceKeeperEventKind.Recovered"/>.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Returns the kind and the time, without the user.</summary>
    public override string ToString() => $"{nameof(PresenceKeeperEvent)} {{ Kind = {Kind}, At = {At:O} }}";
}
