using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Life;

/// <summary>
/// Simulates one day of one user, from the arrival to the last look at the phone. Seconds are those of the local day.
/// The same seed gives the same day.
/// </summary>
internal sealed partial class WorkDay
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;

    private readonly SceneWriter _writer;
    private readonly Habits _habits;
    private SeededRandom _random;
    private int _now;
    private int _messageUntil = int.MaxValue;

    private WorkDay(SceneWriter writer, Habits habits, SeededRandom random) =>
        (_writer, _habits, _random) = (writer, habits, random);

    public static void Play(SceneWriter writer, Habits habits, int seed, long day, SeededRandom random)
    {
        if (!habits.WorksOn(day))
        {
            return;
        }

        var work = new WorkDay(writer, habits, random);
        if (work.Chance(2))
        {
            writer.Leave(0, work._random.Pick(Phrases.OutOfOfficeReplies));
        }
        else
        {
            work.Play(Meetings.Of(seed, habits, day, ref work._random));
        }
    }

    private void Play(List<Meeting> meetings)
    {
        int next = 0;
        bool hungry = true;
        int leaves = (_habits.Leaves * Minute) + _random.Next(20 * Minute);
        _now = (_habits.Arrives * Minute) + _random.Next(20 * Minute);
        while (_now < leaves)
        {
            int meetingAt = next < meetings.Count ? meetings[next].Start * Minute : leaves;
            int lunchAt = hungry ? _habits.LunchAt * Minute : leaves;
            if (_now >= meetingAt)
            {
                Attend(meetings[next++]);
            }
            else if (_now >= lunchAt)
            {
                hungry = HaveLunch();
            }
            else
            {
                Work(Math.Min(leaves, Math.Min(meetingAt, lunchAt)));
            }
        }

        GoHome();
    }

    /// <summary>
    /// Stays available for some minutes and then does something else, until the next planned event begins.
    /// </summary>
    private void Work(int until)
    {
        _writer.Show(_now, EmulatedPair.Available);
        Pass(1, 6, until);
        if (_now < until)
        {
            DoSomethingElse(until);
        }
    }

    private void Attend(Meeting meeting)
    {
        int end = meeting.End * Minute;
        _writer.Meet(_now, begins: true);
        if (Chance(80))
        {
            Pass(0, 2, end);
            _writer.Show(_now, EmulatedPair.InAConferenceCall);
            Pass(3, 12, end);
            if (Chance(30))
            {
                During(EmulatedPair.Presenting, 4, 15, end);
            }

            _writer.Show(_now, EmulatedPair.InAConferenceCall);
        }

        _now = Math.Max(_now, end);
        _writer.Meet(_now, begins: false);
    }

    private bool HaveLunch()
    {
        int end = _now + (_habits.LunchTakes * Minute);
        _writer.Show(_now, EmulatedPair.Away);
        Pass(5, 15, end);
        if (Chance(30))
        {
            _writer.ShowOnPhone(_now, EmulatedPair.Available);
            Pass(2, 8, end);
            _writer.ShowOnPhone(_now, null);
        }

        _now = end;
        return false;
    }

    private void GoHome()
    {
        _writer.Say(_now, null);
        _writer.Show(_now, null);
        if (!Chance(25))
        {
            return;
        }

        // A last look at the phone before midnight.
        _now = Math.Max(_now, _random.Between(19 * Hour, 22 * Hour));
        _writer.ShowOnPhone(_now, EmulatedPair.Available);
        Pass(4, 20, 24 * Hour);
        _writer.ShowOnPhone(_now, null);
    }
}
