using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Tests.State;

/// <summary>A user's presence by itself, and short ways to change it.</summary>
internal static class Presences
{
    public static EmulatedPresence Start(DateTime now, Action<PresenceEmulatorOptions>? configure = null)
    {
        var options = new PresenceEmulatorOptions();
        configure?.Invoke(options);
        return new EmulatedPresence(now, options);
    }

    public static void SetApplication(
        this EmulatedPresence presence, DateTime now, string key, EmulatedPair pair, double minutes) =>
        presence.Change(
            now, it => it.SetSession(SessionKind.Application, key, pair, TimeSpan.FromMinutes(minutes)));

    public static void SetTeams(this EmulatedPresence presence, DateTime now, string key, EmulatedPair pair) =>
        presence.Change(now, it => it.SetSession(SessionKind.TeamsClient, key, pair));

    public static void AddEvent(
        this EmulatedPresence presence, DateTime now, DateTime start, DateTime end, bool outOfOffice) =>
        presence.Change(now, it => it.AddEvent(new CalendarEvent(new TimeWindow(start, end), outOfOffice)));

    public static EmulatedPair PairAt(this EmulatedPresence presence, DateTime time) =>
        presence.Read(time).Visible.Pair;
}
