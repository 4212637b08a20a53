namespace PresenceClient.Users;

/// <summary>Checks the duration of a state.</summary>
internal static class Duration
{
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(4);

    public static TimeSpan? OfSession(TimeSpan? duration) =>
        duration is not { } d || IsOfSession(d)
            ? duration
            : throw new ArgumentOutOfRangeException(nameof(duration),
                $"The duration {d:c} is too {(d < ShortestSession ? "short" : "long")}. A presence session lasts 5 "
                    + "minutes to 4 hours. Use a duration in this range, and set the session again before it ends.");

    /// <summary>Whether a session can last so long.</summary>
    public static bool IsOfSession(TimeSpan duration) => duration >= ShortestSession && duration <= LongestSession;

    public static TimeSpan? OfPreference(TimeSpan? duration) =>
        duration is not { } d || d > TimeSpan.Zero
            ? duration
            : throw new ArgumentOutOfRangeException(nameof(duration),
                $"The duration {d:c} is not valid. The duration of a preferred presence must be greater than zero. To "
                    + "end the preference, use ClearAsync or PresenceWrite.ClearPreferred.");
}
