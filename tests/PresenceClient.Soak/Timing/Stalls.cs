namespace PresenceClient.Soak.Timing;

/// <summary>
/// Measures the stalls of this machine by the delay of a short timer. Checks of times allow for them, so that a busy
/// machine is not reported as a fault of the client.
/// </summary>
internal sealed class Stalls : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<(TimeSpan From, TimeSpan To)> _stalls = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _beating;

    public Stalls() => _beating = BeatAsync();

    /// <summary>The longest stall of the whole run.</summary>
    public TimeSpan Longest => Within(TimeSpan.Zero, TimeSpan.MaxValue);

    /// <summary>The total stalls between two times.</summary>
    public TimeSpan Within(TimeSpan from, TimeSpan to)
    {
        TimeSpan total = TimeSpan.Zero;
        lock (_lock)
        {
            for (int i = _stalls.Count - 1; i >= 0 && _stalls[i].To >= from; i--)
            {
                if (_stalls[i].From <= to)
                {
                    total += _stalls[i].To - _stalls[i].From;
                }
            }
        }

        return total;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task BeatAsync()
    {
        while (true)
        {
            TimeSpan before = Clock.Now;
            await Task.Delay(Beat, _stop.Token);
            TimeSpan after = Clock.Now;
            if (after - before - Beat > Negligible)
            {
                lock (_lock)
                {
                    _stalls.Add((before + Beat, after));
                }
            }
        }
    }
}
