namespace PresenceClient.Emulator;

/// <summary>
/// People at work, second by second of the tenant's clock: about one in fifty does something else each second. The
/// nth second is the same for the same seed, whatever the machine's speed.
/// </summary>
internal sealed class OfficeLife : IDisposable
{
    private const int OneIn = 50;
    private const int StatusPercent = 10;

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    // Streams of people and tenant lie near zero; life's begin far from them.
    private const long FirstStream = long.MinValue / 2;

    private readonly Lock _gate = new();
    private readonly Tenant _tenant;
    private readonly int _seed;
    private readonly ITimer _timer;
    private readonly DateTime _start;
    private long _seconds;

    public OfficeLife(Tenant tenant, int seed, TimeProvider clock)
    {
        (_tenant, _seed) = (tenant, seed);
        _start = tenant.Now;
        _timer = clock.CreateTimer(static life => ((OfficeLife)life!).CatchUp(), this, OneSecond, OneSecond);
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>
    /// Lives through every second up to now, each at its own time, though the timer may come late or once for many.
    /// </summary>
    public void CatchUp()
    {
        lock (_gate)
        {
            DateTime now = _tenant.Now;
            while (_start + ((_seconds + 1) * OneSecond) <= now)
                PassSecond(_start + (++_seconds * OneSecond));
        }
    }

    private void PassSecond(DateTime time)
    {
        var random = new SeededRandom(_seed, FirstStream + _seconds);
        int acting = Math.Max(1, _tenant.People.Length / OneIn);
        for (var i = 0; i < acting; i++)
            Act(_tenant.State.PresenceOf(random.Pick(_tenant.People)), time, ref random);
    }

    private static void Act(UserPresence person, DateTime time, ref SeededRandom random)
    {
        if (Habits.After(person.Read(time).Visible.Pair, ref random) is { } next)
            person.Change(time, it => it.SetSession(SessionKind.TeamsClient, EmulatedUser.TeamsClientKey, next));
        else
            person.Change(time, it => it.EndSession(SessionKind.TeamsClient, EmulatedUser.TeamsClientKey));
        if (random.Next(100) < StatusPercent)
        {
            string message = random.Next(3) == 0 ? "" : random.Pick(Phrases.StatusMessages);
            person.Change(time, it => it.SetStatus(message));
        }
    }
}
