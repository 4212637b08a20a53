using Microsoft.Extensions.Time.Testing;
using PresenceClient.Soak.Timing;

namespace PresenceClient.Soak.Watching.Driving;

/// <summary>
/// The emulated time. The tenant has its own clock, so that it can stand still at the end while the client continues.
/// </summary>
internal sealed class SoakTime
{
    private static readonly DateTimeOffset Start = new(2026, 9, 8, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _client = new(Start);
    private readonly FakeTimeProvider _tenant = new(Start);

    public TimeProvider Client => _client;

    public TimeProvider Tenant => _tenant;

    public TimeSpan Elapsed => _client.GetUtcNow() - Start;

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
}
