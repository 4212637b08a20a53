using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Tests.State;

/// <summary>Long random histories, made from seeds.</summary>
public sealed class PresenceHistoryTests
{
    private static readonly string[] Keys = ["app-1", "app-2", "desktop", "mobile"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_RandomHistory_IsWhatThePlainRulesSay(int seed)
    {
        var random = new SeededRandom(seed, 0);
        DateTime now = TestTenant.Start.UtcDateTime;
        EmulatedPresence presence = Presences.Start(now);
        var oracle = new NaivePresence();
        for (int step = 0; step < 200; step++)
        {
            now += TimeSpan.FromMinutes(random.Next(8));
            Do(presence, oracle, now, ref random);

            VisiblePresence seen = presence.Read(now).Visible;

            $"{seen.Pair.Availability}/{seen.Pair.Activity}".Should().Be(oracle.At(now), $"of step {step}");
            (seen.OutOfOffice is not null).Should().Be(oracle.IsOutAt(now), $"of step {step}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_HoweverOftenItIsLookedAt_IsTheSameInTheEnd(int seed)
    {
        DateTime start = TestTenant.Start.UtcDateTime;
        EmulatedPresence watched = Presences.Start(start);
        EmulatedPresence unwatched = Presences.Start(start);
        var oracle = new NaivePresence();
        var looks = new SeededRandom(seed, 1);
        for (int step = 0; step < 100; step++)
        {
            DateTime now = start.AddMinutes(step * 7);
            foreach (EmulatedPresence presence in new[] { watched, unwatched })
            {
                var same = new SeededRandom(seed, 100 + step);
                Do(presence, oracle, now, ref same);
            }

            for (int look = looks.Next(5); look > 0; look--)
            {
                watched.Read(now.AddSeconds(looks.Next(420)));
            }
        }

        DateTime end = start.AddDays(30);
        watched.Read(end).Should().Be(unwatched.Read(end), "sequence numbers included");
    }

    private static void Do(EmulatedPresence presence, NaivePresence oracle, DateTime now, ref SeededRandom random)
    {
        string key = random.Pick(Keys);
        bool isApplication = key.StartsWith("app", StringComparison.Ordinal);
        SessionKind kind = isApplication ? SessionKind.Application : SessionKind.TeamsClient;
        DateTime from = now.AddMinutes(random.Next(40) - 10);
        EmulatedPair pair = random.Pick(PresenceVocabulary.SessionPairs);
        var lasting = TimeSpan.FromMinutes(5 + random.Next(30));
        switch (random.Next(9))
        {
            case 0:
                presence.Change(now, it => it.EndSession(kind, key));
                oracle.Set(key, null, now, now);
                break;
            case 1:
                EmulatedPair preferred = random.Pick(PresenceVocabulary.PreferredPairs);
                presence.Change(now, it => it.Prefer(preferred, lasting));
                oracle.Prefer($"{preferred.Availability}/{preferred.Activity}", now + lasting);
                break;
            case 2:
                presence.Change(now, it => it.ClearPreference());
                oracle.Prefer(null, now);
                break;
            case 3:
                presence.AddEvent(now, from, from + lasting, outOfOffice: false);
                oracle.Meet(from, from + lasting);
                break;
            case 4:
                presence.AddEvent(now, from, from + lasting, outOfOffice: true);
                oracle.BeOut(from, from + lasting);
                break;
            default:
                presence.Change(now, it => it.SetSession(kind, key, pair, isApplication ? lasting : null));
                DateTime until = isApplication ? now + lasting : DateTime.MaxValue;
                oracle.Set(key, $"{pair.Availability}/{pair.Activity}", now, until);
                break;
        }
    }
}
