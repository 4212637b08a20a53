namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// The tenant's time: the time of <see cref="PresenceEmulatorOptions.TimeProvider"/>, plus the time by which it
    /// was advanced.
    /// </summary>
    public DateTimeOffset UtcNow => new(_tenant.Now);

    /// <summary>
    /// Advances the tenant's clock, as if the time had passed: sessions fade and expire, meetings begin and end, and
    /// simulated activity continues, in order.
    /// </summary>
    /// <param name="time">The time to advance, from zero to 366 days.</param>
    /// <returns>The new time of the tenant.</returns>
    /// <remarks>Tokens have a separate clock and do not age.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, longer than 366 days, or would pass the
    /// year 8999.</exception>
    public DateTimeOffset Advance(TimeSpan time)
    {
        if (_tenant.TryAdvance(time, out DateTime now) is { } refusal)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, refusal);
        }

        _notifications.Wake();
        return new DateTimeOffset(now);
    }

    /// <summary>
    /// Resets the tenant to its start: the seeded states, the sequence numbers, the clock, and only the seeded
    /// application.
    /// </summary>
    /// <remarks>
    /// Faults, recorded requests, request counts and subscriptions are cleared. All readers see the reset atomically.
    /// The effects of a call in flight are lost with the old state.
    /// </remarks>
    public void Reset()
    {
        _tenant.Reset();
        _service.Reset();
        _notifications.Reset();
    }
}
