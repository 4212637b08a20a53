namespace PresenceClient.Emulator;

public sealed partial class PresenceEmulator
{
    /// <summary>
    /// The tenant's time: <see cref="PresenceEmulatorOptions.TimeProvider"/>'s, plus what it was advanced.
    /// </summary>
    public DateTimeOffset UtcNow => new(_tenant.Now);

    /// <summary>
    /// Moves the tenant's clock forward: sessions fade and expire, meetings begin and end, people live on, all in the
    /// order of their times, as if that time had passed. Tokens have a clock of their own and do not age.
    /// </summary>
    /// <param name="time">How far: from zero to 366 days.</param>
    /// <returns>The tenant's time from now on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The time is negative or longer than 366 days, or leads beyond the year 8999.
    /// </exception>
    public DateTimeOffset Advance(TimeSpan time) => _tenant.TryAdvance(time, out DateTime now) is { } refusal
        ? throw new ArgumentOutOfRangeException(nameof(time), time, refusal)
        : new DateTimeOffset(now);

    /// <summary>
    /// Puts the tenant back to its start: people's states as the seed makes them, sequence numbers, the clock without
    /// its advances, the one application; faults, recorded requests and counted requests are gone. All readers see the
    /// states at one instant; what a call under way still does is lost with the old state.
    /// </summary>
    public void Reset()
    {
        _tenant.Reset();
        _service.Reset();
    }
}
