using PresenceClient.Emulator.Core;

namespace PresenceClient.Emulator.Life;

/// <summary>The working habits of a user. Times are minutes of the local day.</summary>
internal sealed record Habits(TimeSpan Zone, int Arrives, int Leaves, int LunchAt, int LunchTakes)
{
    public const int TeamSize = 6;
    private const int Saturday = 5;
    private const long Stream = long.MinValue / 4;

    /// <summary>
    /// The time zones of the offices, which the teams use in turn. In the first four it is working time when the
    /// simulation starts by default, so that a few users already make a lively board.
    /// </summary>
    private static readonly double[] Offices = [1, -5, 0, 2, 5.5, -6, -8, 9];

    public required int Team { get; init; }

    /// <summary>The working day, counted from Monday, on which a part-time user does not work; -1 for none.</summary>
    public required int DayOff { get; init; }

    public required bool WorksOnWeekends { get; init; }

    public static Habits Of(int seed, int person)
    {
        var random = new SeededRandom(seed, Stream + person);
        int team = person / TeamSize;
        int arrives = random.Between(435, 570);
        return new Habits(
            TimeSpan.FromHours(Offices[team % Offices.Length]),
            arrives,
            arrives + random.Between(480, 585),
            random.Between(690, 780),
            random.Between(25, 55))
        {
            Team = team,
            DayOff = random.Next(100) < 8 ? random.Next(Saturday) : -1,
            WorksOnWeekends = random.Next(100) < 4,
        };
    }

    public bool WorksOn(long day)
    {
        int weekday = (int)(day % 7);
        return weekday >= Saturday ? WorksOnWeekends : weekday != DayOff;
    }
}
