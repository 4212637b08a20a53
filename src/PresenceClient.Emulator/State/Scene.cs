namespace PresenceClient.Emulator.State;

/// <summary>
/// The simulated state of a user from one time to the next change. States that clients and tests set take precedence.
/// The numbers of scenes only increase, so they can be added to the count of other changes.
/// </summary>
internal sealed record Scene(DateTime Start, long Number)
{
    /// <summary>The sessions of the user's Teams clients.</summary>
    public PresenceSession[] Sessions { get; init; } = [];

    /// <summary>When the current meeting began; null if there is none.</summary>
    public DateTime? MeetingSince { get; init; }

    public EmulatedPair? Preferred { get; init; }

    public StatusMessage? Status { get; init; }

    public OutOfOffice? OutOfOffice { get; init; }
}
