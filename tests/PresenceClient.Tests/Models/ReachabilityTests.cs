namespace PresenceClient.Tests.Models;

/// <summary>The helpers of a presence, over every pair of values.</summary>
public class ReachabilityTests
{
    private static readonly PresenceActivity[] Activities = Enum.GetValues<PresenceActivity>();

    // A column for each activity, in the order of the enum: A(vailable), I(nactive), B(usy), a(way), D(o not disturb),
    // U(nreachable), ? for unknown.
    //                        PresenceUnknown, Available, AvailableInactive, Away, BeRightBack, Busy, DoNotDisturb,
    //                        Focusing, InACall, InAConferenceCall, InAMeeting, Inactive, Offline, OffWork, OutOfOffice,
    //                        Presenting, UrgentInterruptionsOnly, UnknownFutureValue
    private static readonly Dictionary<PresenceAvailability, string> Expected = new()
    {
        [PresenceAvailability.PresenceUnknown] = "??????DD??????aDD?",
        [PresenceAvailability.Available] = "AAIAAADDAAAIAAaDDA",
        [PresenceAvailability.AvailableIdle] = "IIIIIIDDIIIIIIaDDI",
        [PresenceAvailability.Away] = "aaaaaaDDaaaaaaaDDa",
        [PresenceAvailability.BeRightBack] = "aaaaaaDDaaaaaaaDDa",
        [PresenceAvailability.Busy] = "BBBBBBDDBBBBBBaDDB",
        [PresenceAvailability.BusyIdle] = "BBBBBBDDBBBBBBaDDB",
        [PresenceAvailability.DoNotDisturb] = "DDDDDDDDDDDDDDDDDD",
        [PresenceAvailability.Offline] = "UUUUUUUUUUUUUUUUUU",
        [PresenceAvailability.Focusing] = "DDDDDDDDDDDDDDDDDD",
        [PresenceAvailability.InACall] = "BBBBBBDDBBBBBBaDDB",
        [PresenceAvailability.InAMeeting] = "BBBBBBDDBBBBBBaDDB",
        [PresenceAvailability.Presenting] = "DDDDDDDDDDDDDDDDDD",
        [PresenceAvailability.OutOfOffice] = "aaaaaaDDaaaaaaaDDa",
        [PresenceAvailability.UnknownFutureValue] = "??????DD??????aDD?",
    };

    private static readonly Dictionary<char, PresenceReachability> Letters = new()
    {
        ['A'] = PresenceReachability.Available,
        ['I'] = PresenceReachability.Inactive,
        ['B'] = PresenceReachability.Busy,
        ['a'] = PresenceReachability.Away,
        ['D'] = PresenceReachability.DoNotDisturb,
        ['U'] = PresenceReachability.Unreachable,
        ['?'] = PresenceReachability.Unknown,
    };

    public static TheoryData<PresenceAvailability> Availabilities => [.. Enum.GetValues<PresenceAvailability>()];

    [Theory]
    [MemberData(nameof(Availabilities))]
    public void Reachability_EveryPair_IsThatOfTheTable(PresenceAvailability availability) =>
        Activities.Select(activity => Of(availability, activity).Reachability)
            .Should().Equal(Expected[availability].Select(letter => Letters[letter]));

    [Theory]
    [MemberData(nameof(Availabilities))]
    public void Reachability_EveryPairOutOfOffice_IsAwayAtBest(PresenceAvailability availability) =>
        Activities.Select(activity => (Of(availability, activity) with
        {
            OutOfOffice = new OutOfOfficeSettings { IsOutOfOffice = true },
        }).Reachability)
            .Should().Equal(Expected[availability].Select(letter => letter is 'D' or 'U'
                ? Letters[letter]
                : PresenceReachability.Away));

    [Fact]
    public void IsInCallAndIsInMeeting_EveryPair_AreThoseOfTheDocs()
    {
        foreach (PresenceAvailability availability in Enum.GetValues<PresenceAvailability>())
        {
            foreach (PresenceActivity activity in Activities)
            {
                string names = $"{availability} {activity}";
                UserPresence presence = Of(availability, activity);

                presence.IsInCall.Should().Be(names.Contains("InACall", StringComparison.Ordinal)
                    || names.Contains("InAConferenceCall", StringComparison.Ordinal), names);
                presence.IsInMeeting.Should().Be(names.Contains("InAMeeting", StringComparison.Ordinal), names);
            }
        }
    }

    [Fact]
    public void Reachability_TextsInAnotherCase_AreTheSame() =>
        new UserPresence { Id = "x", AvailabilityText = "available", ActivityText = "AVAILABLEINACTIVE" }.Reachability
            .Should().Be(PresenceReachability.Inactive);

    [Fact]
    public void ByReachability_OfAList_PutsTheBestFirstAndNullLast()
    {
        UserPresence?[] presences =
        [
            null,
            Of(PresenceAvailability.PresenceUnknown, PresenceActivity.PresenceUnknown),
            Of(PresenceAvailability.Offline, PresenceActivity.Offline),
            Of(PresenceAvailability.DoNotDisturb, PresenceActivity.Presenting),
            Of(PresenceAvailability.BeRightBack, PresenceActivity.BeRightBack),
            Of(PresenceAvailability.Busy, PresenceActivity.InACall),
            Of(PresenceAvailability.Available, PresenceActivity.AvailableInactive),
            Of(PresenceAvailability.Available, PresenceActivity.Available),
        ];

        presences.Order(UserPresence.ByReachability).Should().Equal(presences.Reverse());
    }

    private static UserPresence Of(PresenceAvailability availability, PresenceActivity activity) =>
        new() { Id = "x", AvailabilityText = availability.ToString(), ActivityText = activity.ToString() };
}
