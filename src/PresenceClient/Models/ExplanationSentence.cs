namespace PresenceClient;

/// <summary>The sentence of an explanation.</summary>
internal static class ExplanationSentence
{
    public static string Of(
        UserPresence seen, PresencePair intended, bool isVisible, IReadOnlyList<PresenceVerdict> causes)
    {
        string wanted = NameOf(intended);
        if (isVisible)
        {
            return $"People see {wanted}, as intended.";
        }

        if (DocumentedState.Find(seen.Availability, seen.Activity) is { } state)
        {
            string either = causes.Count > 1 ? "either " : "";
            return $"People see {state.Name} instead of {wanted}: {either}{string.Join(", or ", causes.Select(Say))}.";
        }

        return seen.Availability == PresenceAvailability.PresenceUnknown
            ? $"Graph does not say what people see instead of {wanted}: it does not know the user, the user has no "
                + "cloud mailbox, or the presence is not shared."
            : $"People see a state that Microsoft does not document instead of {wanted}, so the cause is unknown.";
    }

    private static string NameOf(PresencePair pair) =>
        DocumentedState.Find(
            WireNames<PresenceAvailability>.Parse(pair.Availability), WireNames<PresenceActivity>.Parse(pair.Activity))
            ?.Name ?? $"{pair.Availability} / {pair.Activity}";

    private static string Say(PresenceVerdict cause) => cause switch
    {
        PresenceVerdict.AppearsOffline =>
            "the user appears offline, which hides every session until that is cleared or expires",
        PresenceVerdict.PreferredPresence =>
            "it was chosen in Teams or through Graph, which hides every session until the choice is cleared or expires",
        PresenceVerdict.HigherSession => "a session or a meeting with this state takes precedence",
        PresenceVerdict.Faded => "an Available session fades when no call sets it again within five minutes",
        PresenceVerdict.NoSession =>
            "the session has expired, was cleared, was replaced or was never set, or the write is not visible yet",
        PresenceVerdict.OutOfOffice => "the user is out of office, which takes the place of the activity",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "This is not a cause."),
    };
}
