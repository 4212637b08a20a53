using PresenceClient;

namespace PresenceBoard;

/// <summary>Reads the presences repeatedly. A failure is reported and does not end it.</summary>
internal sealed class Refresher(
    Reading first, Func<CancellationToken, Task<PresenceReadResult>> read, TimeSpan interval, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private volatile Reading _latest = first;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>The latest reading, for any thread.</summary>
    public Reading Latest => _latest;

    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval, time);
        while (await timer.WaitForNextTickAsync(stop))
        {
            if (time.GetUtcNow() >= _notBefore)
            {
                await ReadAsync(stop);
            }
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            PresenceReadResult result = await read(stop);
            Pause(result.Failures.Select(failure => failure.Exception));
            _latest = new Reading(_latest.Board.With(result, time.GetUtcNow()), FailureLine.For(result));
        }
        catch (PresenceException e)
        {
            Pause([e]);
            _latest = _latest with { Trouble = FailureLine.For(e) };
        }
    }

    // Waits as long as a throttled service asks, up to an hour.
    private void Pause(IEnumerable<PresenceException> failures)
    {
        TimeSpan? longest = failures.Max(failure => failure.RetryAfter);
        TimeSpan pause = longest ?? TimeSpan.Zero;
        _notBefore = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
    }
}
