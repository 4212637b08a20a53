namespace PresenceClient.Presences.Watching;

/// <summary>Compares presences by their parts. The sequence number is not a part.</summary>
internal static class PresenceDifference
{
    public static PresenceParts Between(UserPresence one, UserPresence other) =>
        Part(one.AvailabilityText == other.AvailabilityText, PresenceParts.Availability)
        | Part(one.ActivityText == other.ActivityText, PresenceParts.Activity)
        | Part(one.StatusMessage == other.StatusMessage, PresenceParts.StatusMessage)
        | Part(one.OutOfOffice == other.OutOfOffice, PresenceParts.OutOfOffice)
        | Part(one.WorkLocation == other.WorkLocation, PresenceParts.WorkLocation);

    /// <summary>Whether two states of a user are the same; null is a missing user.</summary>
    public static bool IsNone(UserPresence? one, UserPresence? other) =>
        one is null || other is null ? one == other : Between(one, other) == PresenceParts.None;

    /// <summary>Whether the availability or the activity differs; null is a missing user.</summary>
    public static bool IsShown(UserPresence? one, UserPresence? other) =>
        one?.AvailabilityText != other?.AvailabilityText || one?.ActivityText != other?.ActivityText
            || one is null != other is null;

    private static PresenceParts Part(bool same, PresenceParts part) => same ? PresenceParts.None : part;
}
