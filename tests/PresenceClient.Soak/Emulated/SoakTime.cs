using Microsoft.Extensions.Time.Testing;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Emulated;

/// <summary>
/// The emulated time. The tenant has its own clock, so that either can stand still while the other continues.
/// </summary>
internal sealed class SoakTime
{
    private static readonly DateTimeOffset Start = new(2026, 9, 8, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _tenant = new(Start);

    private FakeTimeProvider _client = new(Start);

    public TimeProvider Client => _client;

    public TimeProvider Tenant => _tenant;

    public TimeSpan Elapsed => _client.GetUtcNow() - Start;

    /// <summary>Returns whether a multiple of an interval has passed since a time.</summary>
    public bool Passes(TimeSpan before, TimeSpan interval) =>
        before.Ticks / interval.Ticks != Elapsed.Ticks / interval.Ticks;

    /// <summary>Moves both clocks, and waits until nothing more happens.</summary>
    public void Advance(TimeSpan time)
    {
        _tenant.Advance(time);
        AdvanceClient(time);
    }

    /// <summary>Moves the client's clock only.</summary>
    public void AdvanceClient(TimeSpan time)
    {
        _client.Advance(time);
        PoolIdle.Wait();
    }

    /// <summary>
    /// Replaces the client's clock. The clock before stands still from now on, so whatever uses it does nothing more,
    /// as if its process had crashed.
    /// </summary>
    public void ReplaceClient() => _client = new FakeTimeProvider(_client.GetUtcNow());
}
