using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Models;

/// <summary>Explanations of every pair of a seen and an intended state.</summary>
public class PresenceExplanationTests
{
    private static readonly SessionPresence[] Sessions = Enum.GetValues<SessionPresence>();

    // A column for each intended state: Available, InACall, InAConferenceCall, Away, Presenting. V(isible), or the
    // possible causes: P(referred), appears (off)L(ine), H(igher session), F(aded), N(o session), O(ut of office).
    private static readonly Dictionary<(PresenceAvailability, PresenceActivity), string> Expected = new()
    {
        [(PresenceAvailability.Available, PresenceActivity.Available)] = "V PN PN PH PN",
        [(PresenceAvailability.Available, PresenceActivity.OutOfOffice)] = "O PN PN PH PN",
        [(PresenceAvailability.Available, PresenceActivity.AvailableInactive)] = "F N N H N",
        [(PresenceAvailability.Busy, PresenceActivity.Busy)] = "PH PHN PHN PH PN",
        [(PresenceAvailability.Busy, PresenceActivity.InACall)] = "H V HN H N",
        [(PresenceAvailability.Busy, PresenceActivity.InAConferenceCall)] = "H HN V H N",
        [(PresenceAvailability.Busy, PresenceActivity.InAMeeting)] = "H HN HN H N",
        [(PresenceAvailability.DoNotDisturb, PresenceActivity.DoNotDisturb)] = "PH PH PH PH PHN",
        [(PresenceAvailability.DoNotDisturb, PresenceActivity.Focusing)] = "H H H H HN",
        [(PresenceAvailability.DoNotDisturb, PresenceActivity.Presenting)] = "H H H H V",
        [(PresenceAvailability.BeRightBack, PresenceActivity.BeRightBack)] = "P P P P P",
        [(PresenceAvailability.Away, PresenceActivity.Away)] = "PFN PN PN V PN",
        [(PresenceAvailability.Offline, PresenceActivity.OffWork)] = "L L L L L",
        [(PresenceAvailability.Offline, PresenceActivity.Offline)] = "N N N N N",
    };

    private static readonly Dictionary<char, PresenceVerdict> Letters = new()
    {
        ['V'] = PresenceVerdict.Visible,
        ['L'] = PresenceVerdict.AppearsOffline,
        ['P'] = PresenceVerdict.PreferredPresence,
        ['H'] = PresenceVerdict.HigherSession,
        ['F'] = PresenceVerdict.Faded,
        ['N'] = PresenceVerdict.NoSession,
        ['O'] = PresenceVerdict.OutOfOffice,
    };

    public static TheoryData<PresenceAvailability> Availabilities => [.. Enum.GetValues<PresenceAvailability>()];

    [Theory]
    [MemberData(nameof(Availabilities))]
    public void Of_EveryPair_IsThatOfTheTable(PresenceAvailability availability)
    {
        foreach (PresenceActivity activity in Enum.GetValues<PresenceActivity>())
        {
            string[]? row = Expected.GetValueOrDefault((availability, activity))?.Split(' ');
            UserPresence seen = Seen(availability.ToString(), activity.ToString());
            foreach (SessionPresence intended in Sessions)
            {
                PresenceVerdict[] causes = [.. (row?[(int)intended] ?? "").Select(letter => Letters[letter])];

                var explanation = PresenceExplanation.Of(seen, intended);

                string pair = $"{availability}/{activity} for {intended}";
                explanation.Verdict.Should().Be(causes.Length == 1 ? causes[0] : PresenceVerdict.CannotTell, pair);
                explanation.PossibleCauses.Should().Equal(causes.Where(c => c != PresenceVerdict.Visible), pair);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Availabilities))]
    public void Of_EveryPair_IsVisibleExactlyWhenEqualToTheIntendedOne(PresenceAvailability availability)
    {
        foreach (PresenceActivity activity in Enum.GetValues<PresenceActivity>())
        {
            UserPresence seen = Seen(availability.ToString().ToUpperInvariant(), activity.ToString());
            Sessions.Where(intended => PresenceExplanation.Of(seen, intended).Verdict == PresenceVerdict.Visible)
                .Should().Equal(Sessions.Where(intended =>
                    PresencePair.Of(intended) == new PresencePair(availability.ToString(), activity.ToString())));
        }
    }

    [Theory]
    [MemberData(nameof(Availabilities))]
    public void Sentence_OfEveryPair_NamesWhatIsIntendedAndNoUser(PresenceAvailability availability)
    {
        foreach (PresenceActivity activity in Enum.GetValues<PresenceActivity>())
        {
            foreach (SessionPresence intended in Sessions)
            {
                var explanation =
                    PresenceExplanation.Of(Seen(availability.ToString(), activity.ToString()), intended);

                explanation.Sentence.Should().StartWithEquivalentOf(
                    availability == PresenceAvailability.PresenceUnknown ? "Graph does not say" : "People see ")
                    .And.Contain(intended switch
                    {
                        SessionPresence.InACall => "In a call",
                        SessionPresence.InAConferenceCall => "In a conference call",
                        _ => intended.ToString(),
                    }).And.MatchRegex(@"^[^.:]+(: [^.:]+)?\.$", "it is one sentence").And.NotContain(Samples.Adele);
                explanation.ToString().Should().Be(explanation.Sentence);
            }
        }
    }

    [Theory]
    [InlineData("Busy", "InACall", "People see In a call, as intended.")]
    [InlineData("Busy", "InAMeeting",
        "People see In a meeting instead of In a call: either a session or a meeting with this state takes "
            + "precedence, or the session has expired, was cleared, was replaced or was never set, or the write is "
            + "not visible yet.")]
    [InlineData("Available", "AvailableInactive",
        "People see Available (inactive) instead of In a call: the session has expired, was cleared, was replaced or "
            + "was never set, or the write is not visible yet.")]
    [InlineData("BeRightBack", "BeRightBack",
        "People see Be right back instead of In a call: it was chosen in Teams or through Graph, which hides every "
            + "session until the choice is cleared or expires.")]
    [InlineData("Offline", "OffWork",
        "People see Offline instead of In a call: the user appears offline, which hides every session until that is "
            + "cleared or expires.")]
    [InlineData("Busy", "InAWorkshop",
        "People see a state that Microsoft does not document instead of In a call, so the cause is unknown.")]
    [InlineData(null, null,
        "Graph does not say what people see instead of In a call: it does not know the user, the user has no cloud "
            + "mailbox, or the presence is not shared.")]
    public void Sentence_OfACallThatIsIntended_IsForPeople(string? availability, string? activity, string sentence) =>
        PresenceExplanation.Of(Seen(availability, activity), SessionPresence.InACall).Sentence.Should().Be(sentence);

    [Theory]
    [InlineData("Available", "OutOfOffice", "Available (out of office)")]
    [InlineData("Busy", "Busy", "Busy")]
    [InlineData("Busy", "InAConferenceCall", "In a conference call")]
    [InlineData("DoNotDisturb", "DoNotDisturb", "Do not disturb")]
    [InlineData("DoNotDisturb", "Focusing", "Focusing")]
    [InlineData("DoNotDisturb", "Presenting", "Presenting")]
    [InlineData("Away", "Away", "Away")]
    [InlineData("Offline", "Offline", "Offline")]
    public void Sentence_OfADocumentedState_SaysItsName(string availability, string activity, string name) =>
        PresenceExplanation.Of(Seen(availability, activity), SessionPresence.InACall).Sentence.Should()
            .StartWith($"People see {name} instead of In a call: ");

    [Fact]
    public void Sentence_AvailableIntended_SaysThatItFadesOrThatTheUserIsOutOfOffice()
    {
        PresenceExplanation.Of(Seen("Available", "AvailableInactive"), SessionPresence.Available).Sentence.Should().Be(
            "People see Available (inactive) instead of Available: an Available session fades when no call sets it "
                + "again within five minutes.");
        PresenceExplanation.Of(Seen("Available", "OutOfOffice"), SessionPresence.Available).Sentence.Should().Be(
            "People see Available (out of office) instead of Available: the user is out of office, which takes "
                + "the place of the activity.");
    }

    [Theory]
    [InlineData("Busy", "InAWorkshop", "busy", "inaworkshop", "V")]
    [InlineData("Busy", "InACall", "Busy", "InAWorkshop", "HN")]
    [InlineData("Available", "Available", "Napping", "Napping", "PHN")]
    [InlineData("Away", "Away", "Napping", "Napping", "PHN")]
    [InlineData("Busy", "InACall", "Napping", "Napping", "HN")]
    [InlineData("Offline", "OffWork", "Napping", "Napping", "L")]
    [InlineData("Napping", "Napping", "Napping", "Napping", "V")]
    [InlineData("Available", "OutOfOffice", "available", "AVAILABLE", "O")]
    [InlineData("Available", "OutOfOffice", "Available", "InAWorkshop", "PHN")]
    [InlineData("available", "availableInactive", "Available", "InAWorkshop", "F")]
    [InlineData("Offline", "Offline", "Offline", "Offline", "V")]
    public void Of_AnyPair_IsExplainedByItsAvailability(
        string seenAvailability, string seenActivity, string availability, string activity, string expected)
    {
        PresenceVerdict[] causes = [.. expected.Select(letter => Letters[letter])];

        var explanation =
            PresenceExplanation.Of(Seen(seenAvailability, seenActivity), availability, activity);

        explanation.Verdict.Should().Be(causes.Length == 1 ? causes[0] : PresenceVerdict.CannotTell);
        explanation.PossibleCauses.Should().Equal(causes.Where(cause => cause != PresenceVerdict.Visible));
    }

    [Fact]
    public void Sentence_OfAPairWithoutAName_SaysItsTexts() =>
        PresenceExplanation.Of(Seen("Offline", "Offline"), "Busy", "InAWorkshop").Sentence
            .Should().StartWith("People see Offline instead of Busy / InAWorkshop: ");

    [Fact]
    public void Of_Twice_IsEqual()
    {
        UserPresence seen = Seen("Away", "Away");

        PresenceExplanation.Of(seen, SessionPresence.Available).Should()
            .Be(PresenceExplanation.Of(seen with { }, "Available", "Available")).And
            .NotBe(PresenceExplanation.Of(seen, SessionPresence.InACall));
        PresenceExplanation.Of(seen, SessionPresence.Available).Seen.Should().BeSameAs(seen);
    }

    [Fact]
    public void Of_WrongArguments_IsRefusedByTheirNames()
    {
        UserPresence seen = Seen("Away", "Away");

        seen.Invoking(s => PresenceExplanation.Of(s, (SessionPresence)9)).Should()
            .Throw<ArgumentOutOfRangeException>().WithParameterName("intended")
            .WithMessage("*Presenting. To send another pair, use the overload*");
        seen.Invoking(s => PresenceExplanation.Of(null!, SessionPresence.Away)).Should()
            .Throw<ArgumentNullException>().WithParameterName(nameof(seen));
        seen.Invoking(s => PresenceExplanation.Of(s, " ", "Away")).Should()
            .Throw<ArgumentException>().WithParameterName("availability");
        seen.Invoking(s => PresenceExplanation.Of(s, "Away", null!)).Should()
            .Throw<ArgumentException>().WithParameterName("activity");
    }

    private static UserPresence Seen(string? availability, string? activity) =>
        new() { Id = Samples.Adele, AvailabilityText = availability, ActivityText = activity };
}
