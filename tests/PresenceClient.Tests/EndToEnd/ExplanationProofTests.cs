using PresenceClient.Emulator;
using PresenceClient.Tests.Support;
using Seen = System.Collections.Generic.Dictionary<(
    PresenceClient.Tests.EndToEnd.ExplanationProofTests.Sessions Sessions,
    PresenceClient.Tests.EndToEnd.ExplanationProofTests.Around Around), PresenceClient.UserPresence>;

namespace PresenceClient.Tests.EndToEnd;

/// <summary>
/// Every situation of a user that sessions of two applications, a Teams client, a preferred presence, a meeting and out
/// of office can make: an explanation names exactly the causes that bring about what is seen in one of them.
/// </summary>
public sealed class ExplanationProofTests
{
    private static readonly SessionPresence[] States = Enum.GetValues<SessionPresence>();

    // What a session is now: none, one of the five states, or Available as set five or ten minutes ago.
    private static readonly Held[] Helds =
    [
        new(null),
        .. States.Select(state => new Held(state)),
        new(SessionPresence.Available, 5),
        new(SessionPresence.Available, 10),
    ];

    private static readonly Sessions[] AllSessions =
        [.. from own in Helds from other in Helds select new Sessions(own, other)];

    private static readonly Around[] AllAround =
    [
        .. from teams in (string?[])[null, "Available/Available", "Busy/Busy", "Busy/InACall",
               "Busy/InAConferenceCall", "DoNotDisturb/DoNotDisturb", "DoNotDisturb/Focusing",
               "DoNotDisturb/Presenting", "Away/Away"]
           from preferred in (string?[])[null, "Available", "Busy", "DoNotDisturb", "BeRightBack", "Away", "Offline"]
           from meeting in (bool[])[false, true]
           from outOfOffice in (bool[])[false, true]
           select new Around(teams, preferred, meeting, outOfOffice),
    ];

    [Fact]
    public async Task Of_EverySituation_NamesTheCausesThatBringItAboutAndNoOther()
    {
        Dictionary<(string Seen, SessionPresence Intended), HashSet<PresenceVerdict>> causes = [];
        Dictionary<(string Seen, SessionPresence Intended), PresenceExplanation> explanations = [];

        // What the documentation leaves open, in both ways.
        foreach (bool otherReading in (bool[])[false, true])
        {
            Seen seen = await SeeAsync(otherReading);
            foreach (((Sessions sessions, Around around), UserPresence presence) in seen)
            {
                foreach (SessionPresence intended in States)
                {
                    (string, SessionPresence) key = (TextOf(presence), intended);
                    explanations.TryAdd(key, PresenceExplanation.Of(presence, intended));
                    causes.TryAdd(key, []);
                    causes[key].Add(CauseIn(seen, sessions, around, intended));
                }
            }
        }

        explanations.Should().HaveCount(14 * States.Length, "each documented state is seen");
        foreach (((string Seen, SessionPresence Intended) key, PresenceExplanation explanation) in explanations)
        {
            PresenceVerdict[] expected = [.. causes[key].Order()];
            string because = $"{key.Seen} is seen and {key.Intended} intended";
            explanation.Verdict.Should()
                .Be(expected.Length == 1 ? expected[0] : PresenceVerdict.CannotTell, because);
            explanation.PossibleCauses.Should().Equal(expected.Where(c => c != PresenceVerdict.Visible), because);
        }
    }

    // Without any order of states: what the tenant would show if the session were set says what is in its way.
    private static PresenceVerdict CauseIn(Seen seen, Sessions sessions, Around around, SessionPresence intended)
    {
        string now = TextOf(seen[(sessions, around)]);
        string wanted = TextOf(PresencePair.Of(intended));
        bool isAvailable = intended == SessionPresence.Available;
        if (now == wanted)
        {
            return PresenceVerdict.Visible;
        }

        if (isAvailable && now == "Available/OutOfOffice")
        {
            return PresenceVerdict.OutOfOffice;
        }

        if (now == "Offline/Offline")
        {
            // Where there is no session, a preference or a meeting would be the next obstacle, not this one.
            return PresenceVerdict.NoSession;
        }

        if (around.Preferred is { } preferred)
        {
            return preferred == "Offline" ? PresenceVerdict.AppearsOffline : PresenceVerdict.PreferredPresence;
        }

        // A session that another call has set to another state is in the way as that of another application is.
        Held[] rivals = sessions.Own.State == intended ? [sessions.Other] : [sessions.Other, sessions.Own];
        IEnumerable<string> ifSet =
            rivals.Select(rival => TextOf(seen[(new Sessions(new Held(intended), rival), around)]));
        if (ifSet.Any(text => text != wanted && !(isAvailable && text == "Available/OutOfOffice")))
        {
            return PresenceVerdict.HigherSession;
        }

        return isAvailable && (now == "Available/AvailableInactive" || sessions.Own is { State: 0, Minutes: > 0 })
            ? PresenceVerdict.Faded
            : PresenceVerdict.NoSession;
    }

    private static async Task<Seen> SeeAsync(bool otherReading)
    {
        await using Tenant tenant = await Tenant.StartAsync(EmulatorTransport.InMemory, options =>
            (options.Users, options.EarlierSessionWinsTie, options.MeetingNeedsNoSession,
                options.OutOfOfficeIsNoActivity) = (AllSessions.Length, otherReading, otherReading, otherReading));
        PresenceServiceClient own = tenant.AsApplication();
        PresenceServiceClient other = tenant.AsApplication("Presence.ReadWrite.All");
        EmulatedUser[] users = [.. tenant.Graph.Users];
        foreach (int minutes in (int[])[10, 5, 0])
        {
            await SetAsync(own, static sessions => sessions.Own, minutes);
            await SetAsync(other, static sessions => sessions.Other, minutes);
            tenant.Clock.Advance(TimeSpan.FromMinutes(minutes == 0 ? 1 : 5));
        }

        Seen seen = [];
        foreach (Around around in AllAround)
        {
            Array.ForEach(users, user => around.Apply(user, tenant.Clock.GetUtcNow()));
            PresenceReadResult read = await own.Presences.GetAsync(users.Select(user => user.Id), Test.Token);
            foreach ((UserPresence presence, Sessions sessions) in read.Zip(AllSessions))
            {
                seen.Add((sessions, around), presence);
            }
        }

        return seen;

        Task SetAsync(PresenceServiceClient application, Func<Sessions, Held> which, int minutes) =>
            application.Presences.WriteAsync(
                users.Zip(AllSessions).Where(pair => which(pair.Second) is { State: not null } held
                    && held.Minutes == minutes).Select(pair => PresenceWrite.SetSession(
                    pair.First.Id, which(pair.Second).State!.Value, TimeSpan.FromHours(4))), Test.Token);
    }

    private static string TextOf(UserPresence presence) => $"{presence.AvailabilityText}/{presence.ActivityText}";

    private static string TextOf(PresencePair pair) => $"{pair.Availability}/{pair.Activity}";

    internal sealed record Held(SessionPresence? State, int Minutes = 0);

    internal sealed record Sessions(Held Own, Held Other);

    internal sealed record Around(string? Teams, string? Preferred, bool Meeting, bool OutOfOffice)
    {
        public void Apply(EmulatedUser user, DateTimeOffset now)
        {
            user.EndTeamsClient();
            user.ClearPreferredPresence();
            user.ClearCalendar();
            user.ClearOutOfOffice();
            if (Teams?.Split('/') is [string availability, string activity])
            {
                user.SetTeamsClient(availability, activity);
            }

            if (Preferred is not null)
            {
                user.PreferPresence(Preferred);
            }

            if (Meeting)
            {
                user.AddMeeting(now, now.AddHours(1));
            }

            if (OutOfOffice)
            {
                user.SetOutOfOffice();
            }
        }
    }
}
