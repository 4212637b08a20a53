namespace PresenceClient.Emulator;

/// <summary>
/// Gives each seeded person a state: one Teams client in a plausible mix, some of them out of office.
/// </summary>
internal sealed class PresenceSeeder(int seed)
{
    /// <summary>
    /// The states with their weights in percent; what is missing to 100 has no Teams client, and is offline.
    /// </summary>
    private static readonly (PresencePair Pair, int Percent)[] Mix =
    [
        (PresencePair.Available, 38), (PresencePair.Busy, 10), (PresencePair.InACall, 10),
        (PresencePair.InAConferenceCall, 6), (PresencePair.DoNotDisturb, 4), (PresencePair.Presenting, 4),
        (PresencePair.Away, 9), (PresencePair.AvailableInactive, 4), (PresencePair.BeRightBack, 5),
    ];

    /// <summary>The presence that the nth person starts with: the same for the same seed and time.</summary>
    public UserPresence Seed(int number, DateTime now)
    {
        var presence = new UserPresence(now);
        presence.Change(now, state => Seed(state, number));
        return presence;
    }

    private void Seed(PresenceState presence, int number)
    {
        SeededRandom random = PeopleSeeder.AfterIdentity(seed, number);
        int roll = random.Next(100);
        int statusRoll = random.Next(100);
        int officeRoll = random.Next(100);
        foreach ((PresencePair pair, int percent) in Mix)
        {
            roll -= percent;
            if (roll >= 0)
                continue;
            presence.SetSession(SessionKind.TeamsClient, EmulatedUser.TeamsClientKey, pair);
            break;
        }

        if (statusRoll < 12)
            presence.SetStatus(random.Pick(Phrases.StatusMessages));
        if (officeRoll < 4)
            presence.SetOutOfOffice(new OutOfOffice(random.Pick(Phrases.OutOfOfficeReplies)));
    }
}
