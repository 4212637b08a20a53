namespace PresenceClient.Emulator;

/// <summary>
/// People at work, second by second of the tenant's clock: about one in fifty does something else each second. The
/// nth second is the same for the same seed, whatever the machine's speed.
/// </summary>
internal sealed class OfficeLife : IDisposable
{
    private const int OneIn = 50;
    private const int StatusPercent = 10;

    // Streams of people and tenant lie near zero; life's begin far from them.
    private const long FirstStream = long.MinValue / 2;

    private readonly Lock _gate = new();
    private readonly Tenant _tenant;
    private readonly int _seed;
    private readonly ITimer _timer;
    private long _seconds;

    public OfficeLife(Tenant tenant, int seed, TimeProvider clock)
    {
        (_tenant, _seed) = (tenant, seed);
        var second = TimeSpan.FromSeconds(1);
        _timer = clock.CreateTimer(static life => ((OfficeLife)life!).PassSecond(), this, second, second);
    }

    public void Dispose() => _timer.Dispose();

    private void PassSecond()
    {
        // A slow machine may start a second before the last one is over.
        lock (_gate)
        {
            var random = new SeededRandom(_seed, FirstStream + _seconds++);
            int acting = Math.Max(1, _tenant.People.Length / OneIn);
            for (var i = 0; i < acting; i++)
                Act(random.Pick(_tenant.People), ref random);
        }
    }

    private void Act(EmulatedUser person, ref SeededRandom random)
    {
        PresencePair now = person.Presence.Read(_tenant.Now).Visible.Pair;
        if (Habits.After(now, ref random) is { } next)
            person.SetTeamsClient(next);
        else
            person.EndTeamsClient();
        if (random.Next(100) < StatusPercent)
            person.SetStatusMessage(random.Next(3) == 0 ? "" : random.Pick(Phrases.StatusMessages));
    }
}
