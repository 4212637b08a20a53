using PresenceClient.Emulator.Core;

namespace PresenceClient.Emulator.Life;

/// <summary>A meeting between two minutes of the local day.</summary>
internal readonly record struct Meeting(int Start, int End);

/// <summary>Creates the meetings of a day.</summary>
internal static class Meetings
{
    private const long TeamStream = long.MinValue / 8;
    private const int HalfHour = 30;

    // The half hours in which meetings begin, from 9:00 to 16:30.
    private const int FirstSlot = 18;
    private const int Slots = 16;

    /// <summary>
    /// Creates the meetings of the team, which all its members attend, and some of the user's own, in order. Meetings
    /// overlap neither each other nor lunch.
    /// </summary>
    public static List<Meeting> Of(int seed, Habits habits, long day, ref SeededRandom random)
    {
        var meetings = new List<Meeting>();
        var team = new SeededRandom(seed, TeamStream + ((long)habits.Team << 24) + day);
        for (int i = team.Between(1, 3); i > 0; i--)
        {
            Add(meetings, Draw(ref team), habits);
        }

        for (int i = random.Next(3); i > 0; i--)
        {
            Add(meetings, Draw(ref random), habits);
        }

        meetings.Sort((one, other) => one.Start.CompareTo(other.Start));
        return meetings;
    }

    private static Meeting Draw(ref SeededRandom random)
    {
        int start = (FirstSlot + random.Next(Slots)) * HalfHour;
        return new Meeting(start, start + (HalfHour * random.Between(1, 2)));
    }

    private static void Add(List<Meeting> meetings, Meeting meeting, Habits habits)
    {
        var lunch = new Meeting(habits.LunchAt, habits.LunchAt + habits.LunchTakes);
        bool work = meeting.Start > habits.Arrives && meeting.End < habits.Leaves;
        if (work && !Overlap(meeting, lunch) && !meetings.Exists(other => Overlap(meeting, other)))
        {
            meetings.Add(meeting);
        }
    }

    private static bool Overlap(Meeting one, Meeting other) => one.Start < other.End && other.Start < one.End;
}
