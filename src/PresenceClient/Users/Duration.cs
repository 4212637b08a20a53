namespace PresenceClient.Users;

/// <summary>Checks how long a state is to last.</summary>
internal static class Duration
{
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(4);

    public static TimeSpan? OfSession(TimeSpan? duration) =>
        duration is not { } d || (d >= ShortestSession && d <= LongestSession)
            ? duration
            : throw new ArgumentOutOfRangeException(nameof(duration), d,
                "A session lasts from 5 minutes to 4 hours, both included; for longer, set it again before it ends.");

    public static TimeSpan? OfPreference(TimeSpan? duration) =>
        duration is not { } d || d > TimeSpan.Zero
            ? duration
            : throw new ArgumentOutOfRangeException(nameof(duration), d,
                "A preferred presence lasts for more than no time; to end it, clear it: "
                    + $"{nameof(PreferredPresenceClient.ClearAsync)}, or {nameof(PresenceWrite)}."
                    + $"{nameof(PresenceWrite.ClearPreferred)}.");
}
