using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.Life;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Seeding;

/// <summary>
/// Creates the initial presence of each user. Generated users have one Teams client in a plausible mix of states, and
/// some are out of office. Users added by name and disabled accounts have no presence session. With simulated
/// activity, only the simulation determines states.
/// </summary>
internal static class PresenceSeeder
{
    /// <summary>
    /// The states with their weights in percent. The rest up to 100 has no Teams client and is offline.
    /// </summary>
    private static readonly (EmulatedPair Pair, int Percent)[] Mix =
    [
        (EmulatedPair.Available, 38), (EmulatedPair.Busy, 10), (EmulatedPair.InACall, 10),
        (EmulatedPair.InAConferenceCall, 6), (EmulatedPair.DoNotDisturb, 4), (EmulatedPair.Presenting, 4),
        (EmulatedPair.Away, 9), (EmulatedPair.AvailableInactive, 4), (EmulatedPair.BeRightBack, 5),
    ];

    /// <summary>Creates the initial presence of a user: the same for the same seed and time.</summary>
    public static EmulatedPresence Seed(PresenceEmulatorOptions options, EmulatedUser user, DateTime startedAt)
    {
        if (!user.AccountEnabled)
        {
            return new EmulatedPresence(startedAt, options);
        }

        if (options.Live)
        {
            return new EmulatedPresence(startedAt, options, new PersonLife(options, user.Number, startedAt).At);
        }

        // Users added by name do not change the generated ones.
        int seeded = user.Number - options.AddedUsers.Count;
        var presence = new EmulatedPresence(startedAt, options);
        if (seeded >= 0)
        {
            presence.Change(startedAt, state => Seed(state, PeopleSeeder.AfterIdentity(options.Seed, seeded)));
        }

        return presence;
    }

    private static void Seed(PresenceState presence, SeededRandom random)
    {
        int roll = random.Next(100);
        int statusRoll = random.Next(100);
        int officeRoll = random.Next(100);
        foreach ((EmulatedPair pair, int percent) in Mix)
        {
            roll -= percent;
            if (roll >= 0)
            {
                continue;
            }

            presence.SetSession(SessionKind.TeamsClient, PresenceSession.KeyOf(TeamsDevice.Desktop), pair);
            break;
        }

        if (statusRoll < 12)
        {
            presence.SetStatus(random.Pick(Phrases.StatusMessages));
        }

        if (officeRoll < 4)
        {
            presence.SetReply(new AutomaticReply(
                new OutOfOffice(random.Pick(Phrases.OutOfOfficeReplies)), TimeWindow.Always));
        }
    }
}
