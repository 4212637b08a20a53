namespace PresenceClient.Emulator;

/// <summary>
/// What people do next at work, by what they do now; the numbers of each line are percent and make 100.
/// </summary>
internal static class Habits
{
    /// <summary>Leaving: the Teams client closes.</summary>
    private static PresencePair? OffWork => null;

    private static readonly Dictionary<string, (PresencePair? Next, int Percent)[]> Next = new()
    {
        ["Available"] =
        [
            (PresencePair.InACall, 30), (PresencePair.InAConferenceCall, 15), (PresencePair.Away, 15),
            (PresencePair.AvailableInactive, 10), (PresencePair.Busy, 10), (PresencePair.Presenting, 5),
            (PresencePair.BeRightBack, 6), (PresencePair.DoNotDisturb, 4), (OffWork, 5),
        ],
        ["AvailableInactive"] = [(PresencePair.Available, 50), (PresencePair.Away, 50)],
        ["Away"] = [(PresencePair.Available, 80), (OffWork, 20)],
        ["BeRightBack"] = [(PresencePair.Available, 80), (PresencePair.Away, 20)],
        ["Busy"] = [(PresencePair.Available, 60), (PresencePair.InACall, 40)],
        ["DoNotDisturb"] = [(PresencePair.Available, 100)],
        ["InACall"] = [(PresencePair.Available, 75), (PresencePair.InAConferenceCall, 10), (PresencePair.Busy, 15)],
        ["InAConferenceCall"] = [(PresencePair.Available, 65), (PresencePair.Presenting, 25), (PresencePair.Busy, 10)],
        ["Presenting"] = [(PresencePair.InAConferenceCall, 60), (PresencePair.Available, 40)],
    };

    /// <summary>What comes after <paramref name="now"/>; null for going off work. Whoever is off comes back.</summary>
    public static PresencePair? After(PresencePair now, ref SeededRandom random)
    {
        if (!Next.TryGetValue(now.Activity, out (PresencePair? Next, int Percent)[]? choices))
            return PresencePair.Available;
        int roll = random.Next(100) - choices[0].Percent;
        var choice = 0;
        while (roll >= 0)
            roll -= choices[++choice].Percent;
        return choices[choice].Next;
    }
}
