namespace PresenceClient.Emulator.Tests.State;

/// <summary>A user's presence by itself, and short ways to change it.</summary>
internal static class Presences
{
    public static UserPresence Start(DateTime now, Action<PresenceEmulatorOptions>? configure = null)
    {
        var options = new PresenceEmulatorOptions();
        configure?.Invoke(options);
        return new UserPresence(now, options);
    }

    public static void SetApplication(
        this UserPresence presence, DateTime now, string key, PresencePair pair, double minutes) =>
        presence.Change(
            now, it => it.SetSession(SessionKind.Application, key, pair, TimeSpan.FromMinutes(minutes)));

    public static void SetTeams(this UserPresence presence, DateTime now, string key, PresencePair pair) =>
        presence.Change(now, it => it.SetSession(SessionKind.TeamsClient, key, pair));

    public static void AddEvent(
        this UserPresence presence, DateTime now, DateTime start, DateTime end, bool outOfOffice) =>
        presence.Change(now, it => it.AddEvent(new CalendarEvent(new TimeWindow(start, end), outOfOffice)));

    public static PresencePair PairAt(this UserPresence presence, DateTime time) => presence.Read(time).Visible.Pair;
}
