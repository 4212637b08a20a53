namespace PresenceClient.TestSupport;

/// <summary>People and presences to test with.</summary>
internal static partial class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static string Id(int number) => $"00000000-0000-4000-8000-{number:d12}";

    public static DirectoryUser Person(int number, string? name = null) => new()
    {
        Id = Id(number),
        DisplayName = name ?? $"Person {number}",
        UserPrincipalName = $"person{number}@contoso.example",
    };

    public static UserPresence Presence(
        int number,
        PresenceAvailability availability = PresenceAvailability.Available,
        PresenceActivity activity = PresenceActivity.Available,
        string? status = null) => new()
        {
            Id = Id(number),
            Availability = availability,
            Activity = activity,
            StatusMessage = status is null ? null : new PresenceStatusMessage { Content = status },
        };

    public static UserPresence Busy(int number) =>
        Presence(number, PresenceAvailability.Busy, PresenceActivity.InACall);

    public static PresenceRow Row(UserPresence presence, DateTimeOffset? changedAt = null, string? name = null) =>
        new(new DirectoryUser { Id = presence.Id, DisplayName = name ?? "Somebody" }, presence, changedAt);

    /// <summary>A change of a person who was available until then.</summary>
    public static PresenceChange Change(UserPresence now, DateTimeOffset? at = null) => new()
    {
        UserId = now.Id,
        Kind = PresenceChangeKind.Changed,
        Previous = now with
        {
            Availability = PresenceAvailability.Available,
            Activity = PresenceActivity.Available,
            StatusMessage = null,
        },
        Current = now,
        ReadAt = at ?? Noon,
        Parts = PresenceParts.Availability | PresenceParts.Activity,
    };

    /// <summary>The first presence of a person.</summary>
    public static PresenceChange Initial(UserPresence now) =>
        new() { UserId = now.Id, Kind = PresenceChangeKind.Initial, Current = now, ReadAt = Noon };

    /// <summary>A person of whom the service returns no presence.</summary>
    public static PresenceChange Missing(int number, UserPresence? before = null) =>
        new() { UserId = Id(number), Kind = PresenceChangeKind.Missing, Previous = before, ReadAt = Noon };

    public static PresenceReadFailure Failure(int number, PresenceException? cause = null) =>
        new([Id(number)], cause ?? new PresenceException("The service is down."));
}
