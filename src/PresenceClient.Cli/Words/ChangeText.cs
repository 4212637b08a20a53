namespace PresenceClient.Cli;

/// <summary>Changes in words for people.</summary>
internal static class ChangeText
{
    private const string NoPresence = "no presence";

    /// <summary>Whether a change is news. The first answer for a user is not, even if it has no presence.</summary>
    public static bool IsNews(PresenceChange change) =>
        change.Previous is not null || change.Kind == PresenceChangeKind.Returned;

    /// <summary>What changed, for example <c>Available → In a call</c>.</summary>
    public static string Of(PresenceChange change) =>
        change is { Previous: { } before, Current: { } now }
            ? string.Join(", ", Parts(change.Parts, before, now))
            : $"{State(change.Previous)} → {State(change.Current)}";

    private static IEnumerable<string> Parts(PresenceParts parts, UserPresence before, UserPresence now)
    {
        if ((parts & (PresenceParts.Availability | PresenceParts.Activity)) != PresenceParts.None)
        {
            yield return State(before) != State(now)
                ? $"{State(before)} → {State(now)}"
                : $"{Both(before)} → {Both(now)}";
        }

        if (parts.HasFlag(PresenceParts.StatusMessage))
        {
            yield return now.StatusMessage?.Content is { Length: > 0 } message
                ? $"status message “{message}”"
                : "status message removed";
        }

        if (parts.HasFlag(PresenceParts.OutOfOffice))
        {
            yield return before.IsOutOfOffice == now.IsOutOfOffice ? "out-of-office settings changed"
                : now.IsOutOfOffice ? "out of office"
                : "no longer out of office";
        }

        if (parts.HasFlag(PresenceParts.WorkLocation))
        {
            yield return StateText.Location(now) is { Length: > 0 } place
                ? $"work location {place}"
                : "work location removed";
        }
    }

    // The activity says more: InACall and InAMeeting are both Busy.
    private static string State(UserPresence? presence) => presence switch
    {
        null => NoPresence,
        { Activity: PresenceActivity.PresenceUnknown } => StateText.Availability(presence),
        _ => StateText.Activity(presence),
    };

    private static string Both(UserPresence presence) =>
        $"{StateText.Activity(presence)} ({StateText.Availability(presence)})";
}
