namespace PresenceClient.Redis;

/// <summary>A message of the channel <c>:changes</c>.</summary>
internal abstract record Message
{
    /// <summary>The most bytes of a message with states. More states are only named, and read from Redis.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>The leader has written states, of which the message has none or all.</summary>
    /// <param name="Term">The leader's term.</param>
    /// <param name="Version">The version with which they were written.</param>
    /// <param name="Ids">The users.</param>
    /// <param name="States">Their states; null if they must be read.</param>
    public sealed record Changes(
        Term Term, long Version, IReadOnlyList<Guid> Ids, IReadOnlyList<SharedState>? States) : Message;

    /// <summary>A sweep has ended, or the leader's situation has changed.</summary>
    public sealed record Progress(Head Head) : Message;

    /// <summary>The service throttles a host (429): all hosts wait.</summary>
    public sealed record Hold(Guid Host, TimeSpan Duration) : Message;

    /// <summary>A host wants other users, or has a new reader.</summary>
    public sealed record Want(Guid Host) : Message;

    /// <summary>A host has learned a state that the leader did not read.</summary>
    public sealed record Report(Guid Host, SharedState State) : Message;

    /// <summary>The leader has stopped: the lease is free.</summary>
    public sealed record Free : Message;
}
