namespace PresenceClient.Users;

/// <summary>Checks how long a state is to last.</summary>
internal static class Duration
{
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(4);

    public static TimeSpan? OfSession(TimeSpan? duration) =>
        duration is not { } d || IsOfSession(d)
            ? duration
            : throw new ArgumentOutOfRangeException(nameof(duration), d,
                "A presence session lasts 5 minutes to 4 hours. For longer, set it again before it ends.");

    /// <summary>Whether a session can last so long.</summary>
    public static bool IsOfSession(TimeSpan duration) => duration >= ShortestSession && duration <= LongestSession;

    public static TimeSpan? OfPreference(TimeSpan? duration) =>
        duration is not { } d || d > TimeSpan.Zero
            ? duration
            : throw new ArgumentOutOfRangeException(nameof(duration), d,
                "The duration of a preferred presence must be greater than zero. To end the preference, clear it with "
                    + "ClearAsync or PresenceWrite.ClearPreferred.");
}
