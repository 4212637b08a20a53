namespace PresenceClient.Soak.Wire.Tenant;

/// <summary>
/// The presence of a user in one answer of the server. It depends on the user and on the answer. The sequence number
/// identifies the answer, so that a presence from the client can be compared with what was sent.
/// </summary>
internal static class States
{
    private static readonly (string Availability, string Activity)[] Pairs =
    [
        ("Available", "Available"), ("Busy", "InACall"), ("Busy", "InAMeeting"), ("Away", "Away"),
        ("DoNotDisturb", "Presenting"), ("BeRightBack", "BeRightBack"), ("Offline", "Offline"),
        ("AvailableIdle", "Inactive"), ("Busy", "SomethingNewOf2031"), ("Napping", "OnTheSofa"),
    ];

    private static readonly string[] Places =
        ["4f1f0d52-0000-4000-8000-000000000001", "4f1f0d52-0000-4000-8000-000000000002"];

    /// <summary>The answer that a presence comes from; null if it does not say.</summary>
    public static long? OrdinalOf(UserPresence presence) =>
        presence.SequenceNumber is ['A', .. var digits] && long.TryParse(digits, out long ordinal) ? ordinal : null;

    /// <summary>The presence that the client must read from the user's entry in an answer.</summary>
    public static UserPresence Of(UserKey user, long ordinal)
    {
        var random = new Random(HashCodeOf(user, ordinal));
        (string availability, string activity) = user.Trait == Trait.Unknown
            ? ("PresenceUnknown", "PresenceUnknown")
            : random.Pick(Pairs);
        return new UserPresence
        {
            Id = user.Id,
            AvailabilityText = availability,
            ActivityText = activity,
            SequenceNumber = $"A{ordinal}",
            StatusMessage = random.Chance(0.3) ? Message(user, random) : null,
            OutOfOffice = random.Chance(0.8)
                ? new OutOfOfficeSettings { IsOutOfOffice = random.Chance(0.1), Message = null }
                : null,
            WorkLocation = random.Chance(0.5)
                ? new UserWorkLocation { TypeText = "office", SourceText = "manual", PlaceId = random.Pick(Places) }
                : null,
        };
    }

    private static PresenceStatusMessage Message(UserKey user, Random random) => new()
    {
        Content = user.StatusText + random.Pick(["", " \"quoted\" \\ /", " Grüße 🎉", " line\nbreak\ttab"]),
        ContentType = "text",
        Expiry = random.Chance(0.5)
            ? new DateTimeTimeZone { DateTime = "2026-09-01T17:00:00.0000000", TimeZone = "UTC" }
            : null,
        PublishedAt = random.Chance(0.5) ? new DateTimeOffset(2026, 8, 31, 9, 30, 0, TimeSpan.Zero) : null,
    };

    // System.HashCode differs between processes.
    private static int HashCodeOf(UserKey user, long ordinal) =>
        unchecked((user.Call * 397) ^ (user.Place * 7919) ^ ((int)ordinal * 31));
}
