namespace PresenceClient;

/// <summary>What people see of a user now, and why they see, or do not see, the state of a session.</summary>
/// <remarks>
/// <para>It says as much as one answer of Graph can tell, and no more. Graph returns the result of all sessions, of the
/// calendar and of the preferred presence, never its parts: where several causes give the same answer, the verdict is
/// <see cref="PresenceVerdict.CannotTell"/> and <see cref="PossibleCauses"/> lists them.</para>
/// <para>It is about the moment of the read. Graph can show a write minutes later, so wait some minutes after a write
/// before you act on a verdict. Source:
/// <see href="https://learn.microsoft.com/graph/cloud-communications-manage-presence-state">manage presence
/// state</see>.</para>
/// </remarks>
public sealed record PresenceExplanation
{
    private readonly PresencePair _intended;

    private PresenceExplanation(UserPresence seen, PresencePair intended) => (Seen, _intended) = (seen, intended);

    /// <summary>The presence that people see.</summary>
    public UserPresence Seen { get; }

    /// <summary>Whether the intended state is visible, and otherwise why it isn't.</summary>
    public PresenceVerdict Verdict =>
        IsVisible ? PresenceVerdict.Visible
        : PossibleCauses is [PresenceVerdict cause] ? cause
        : PresenceVerdict.CannotTell;

    /// <summary>
    /// Why the intended state isn't visible: one cause, which is also the verdict, or several. Empty if the state is
    /// visible, or if nothing documented explains what people see.
    /// </summary>
    public IReadOnlyList<PresenceVerdict> PossibleCauses => IsVisible ? [] : HidingCauses.Of(Seen, _intended);

    /// <summary>What people see and why, as an English sentence to show to people. It names no user.</summary>
    public string Sentence => ExplanationSentence.Of(Seen, _intended, IsVisible, PossibleCauses);

    private bool IsVisible =>
        string.Equals(Seen.AvailabilityText, _intended.Availability, StringComparison.OrdinalIgnoreCase)
            && string.Equals(Seen.ActivityText, _intended.Activity, StringComparison.OrdinalIgnoreCase);

    /// <summary>Explains why people see, or do not see, a state that a session was set to.</summary>
    /// <param name="seen">The presence that Graph returned.</param>
    /// <param name="intended">The state that the session was set to.</param>
    /// <remarks>
    /// A pure function: it sends nothing. A state is visible if availability and activity are equal, ignoring case.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The presence is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the five.</exception>
    public static PresenceExplanation Of(UserPresence seen, SessionPresence intended) =>
        Of(seen, PresencePair.Of(intended));

    /// <summary>Explains why people see, or do not see, any pair that a session was set to.</summary>
    /// <param name="seen">The presence that Graph returned.</param>
    /// <param name="availability">The intended availability, as the service spells it, for example
    /// <c>Busy</c>.</param>
    /// <param name="activity">The intended activity, as the service spells it, for example <c>InACall</c>.</param>
    /// <remarks>For an availability without a documented rank, more causes are possible.</remarks>
    /// <exception cref="ArgumentException">The availability or the activity is null, blank or not valid Unicode, or the
    /// presence is null.</exception>
    public static PresenceExplanation Of(UserPresence seen, string availability, string activity) =>
        Of(seen, PresencePair.Of(availability, activity));

    /// <summary>Returns the <see cref="Sentence"/>.</summary>
    public override string ToString() => Sentence;

    internal static PresenceExplanation Of(UserPresence seen, PresencePair intended)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return new PresenceExplanation(seen, intended);
    }
}
