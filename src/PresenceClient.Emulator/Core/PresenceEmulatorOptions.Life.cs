namespace PresenceClient.Emulator;

/// <content>The options of simulated activity.</content>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>
    /// Whether the activity of users is simulated: users arrive, join calls and meetings, present, have lunch, step
    /// away and come back, write status messages and go home, each in a rhythm and time zone of their own, with quiet
    /// nights and weekends.
    /// </summary>
    /// <remarks>
    /// Default: false; states stay as they are set. A state that a test or a Graph client sets takes precedence over
    /// the simulation as long as it lasts: a Teams client on the same device, a preferred presence, a status message,
    /// or out of office.
    /// </remarks>
    public bool Live { get; set; }

    /// <summary>
    /// The speed of simulated activity, in simulated seconds for each second of the tenant's clock: 1 to 3,600.
    /// </summary>
    /// <remarks>
    /// Default: 60, a simulated minute each second, at which a few dozen users at work change nearly every second.
    /// Sessions that clients set still fade and expire by the tenant's clock.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double LifeSpeed
    {
        get;
        set
        {
            if (value is not (>= 1 and <= 3_600))
            {
                throw new ArgumentOutOfRangeException(nameof(LifeSpeed), value, "The speed must be from 1 to 3,600.");
            }

            field = value;
        }
    } = 60;

    /// <summary>The simulated time at which activity begins when the tenant starts.</summary>
    /// <remarks>
    /// Default: Tuesday, 8 September 2026, 14:00 UTC, when most users are at work, whatever the real time is. With the
    /// current time of <see cref="TimeProvider"/> and a <see cref="LifeSpeed"/> of 1, simulated nights are real
    /// nights.
    /// </remarks>
    public DateTimeOffset LifeStart { get; set; } = new(2026, 9, 8, 14, 0, 0, TimeSpan.Zero);
}
