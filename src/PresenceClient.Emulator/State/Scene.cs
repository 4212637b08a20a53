namespace PresenceClient.Emulator.State;

/// <summary>
/// What a person who lives does from one moment to the next change. It lies behind what callers and tests set: the
/// numbers of scenes only grow, so that they can be added to what counts the others' changes.
/// </summary>
internal sealed record Scene(DateTime Start, long Number)
{
    /// <summary>The sessions of the person's Teams clients.</summary>
    public PresenceSession[] Sessions { get; init; } = [];

    /// <summary>When the meeting began that is going on; null if there is none.</summary>
    public DateTime? MeetingSince { get; init; }

    public EmulatedPair? Preferred { get; init; }

    public StatusMessage? Status { get; init; }

    public OutOfOffice? OutOfOffice { get; init; }
}
