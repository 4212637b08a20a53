namespace PresenceClient.Emulator;

/// <summary>
/// Makes the presence that each person starts with. The seed's people have one Teams client in a plausible mix, some of
/// them are out of office; those asked for by name have nothing, and neither has a disabled account; where people live,
/// only life says what they do.
/// </summary>
internal sealed class PresenceSeeder(PresenceEmulatorOptions options, DateTime startedAt)
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

    /// <summary>The presence that a person starts with: the same for the same seed and time.</summary>
    public UserPresence Seed(EmulatedUser user)
    {
        if (!user.AccountEnabled)
        {
            return new UserPresence(startedAt, options);
        }

        if (options.Live)
            return new UserPresence(startedAt, options, new PersonLife(options, user.Number, startedAt));
        // Adding people by name leaves the seed's own as they are.
        int seeded = user.Number - options.AddedUsers.Count;
        var presence = new UserPresence(startedAt, options);
        if (seeded >= 0)
            presence.Change(startedAt, state => Seed(state, PeopleSeeder.AfterIdentity(options.Seed, seeded)));
        return presence;
    }

    private static void Seed(PresenceState presence, SeededRandom random)
    {
        int roll = random.Next(100);
        int statusRoll = random.Next(100);
        int officeRoll = random.Next(100);
        foreach ((PresencePair pair, int percent) in Mix)
        {
            roll -= percent;
            if (roll >= 0)
                continue;
            presence.SetSession(SessionKind.TeamsClient, PresenceSession.KeyOf(TeamsDevice.Desktop), pair);
            break;
        }

        if (statusRoll < 12)
            presence.SetStatus(random.Pick(Phrases.StatusMessages));
        if (officeRoll < 4)
            presence.SetReply(new AutomaticReply(
                new OutOfOffice(random.Pick(Phrases.OutOfOfficeReplies)), TimeWindow.Always));
    }
}
