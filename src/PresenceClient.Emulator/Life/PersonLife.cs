using PresenceClient.Emulator.Core;
using PresenceClient.Emulator.State;

namespace PresenceClient.Emulator.Life;

/// <summary>
/// The simulated activity of one user: a pure function of seed, user and time. It does not depend on when it is read,
/// and a year takes no longer than a second. Only the last day is cached.
/// </summary>
internal sealed class PersonLife
{
    private const long Stream = long.MinValue / 2;

    private readonly LifeClock _clock;
    private readonly int _seed;
    private readonly int _person;
    private readonly Habits _habits;
    private readonly long _firstDay;
    private volatile Today _today;

    public PersonLife(PresenceEmulatorOptions options, int person, DateTime startedAt)
    {
        (_seed, _person) = (options.Seed, person);
        _clock = new LifeClock(options, startedAt);
        _habits = Habits.Of(_seed, person);
        _firstDay = _clock.DayAt(startedAt, _habits.Zone);
        _today = Play(_firstDay);
    }

    /// <summary>Returns what the user does at a time of the tenant.</summary>
    public Scene At(DateTime time)
    {
        long day = _clock.DayAt(time, _habits.Zone);
        Today today = _today;
        if (today.Day != day)
        {
            _today = today = Play(day);
        }

        return today.At(time);
    }

    private Today Play(long day)
    {
        var writer = new SceneWriter(day - _firstDay, second => _clock.TimeAt(day, second, _habits.Zone));
        var random = new SeededRandom(_seed, Stream + ((long)_person << 24) + day);
        WorkDay.Play(writer, _habits, _seed, day, random);
        return new Today(day, writer.ToArray());
    }

    /// <summary>A day and its scenes, at least one.</summary>
    private sealed record Today(long Day, Scene[] Scenes)
    {
        /// <summary>Returns the last scene that has begun, or the first one if rounding puts its start later.</summary>
        public Scene At(DateTime time)
        {
            (int low, int high) = (0, Scenes.Length - 1);
            while (low < high)
            {
                int middle = (low + high + 1) / 2;
                (low, high) = Scenes[middle].Start <= time ? (middle, high) : (low, middle - 1);
            }

            return Scenes[low];
        }
    }
}
