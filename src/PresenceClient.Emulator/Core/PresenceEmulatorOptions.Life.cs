namespace PresenceClient.Emulator;

/// <content>How people live by themselves.</content>
public sealed partial class PresenceEmulatorOptions
{
    /// <summary>
    /// Whether people live: arrive, join calls and meetings, present, have lunch, go away and come back, write status
    /// messages, go home; their nights and weekends are quiet, each by a rhythm and a time zone of their own. False by
    /// default: states stay as they are set. What a test or a caller of Graph sets stands before what people do by
    /// themselves, as long as it lasts: a Teams client for the same device, a preference, a message, out of office.
    /// </summary>
    public bool Live { get; set; }

    /// <summary>
    /// How fast people live, in seconds of theirs to one of the tenant's clock: 1 to 3,600; 60 by default, a minute a
    /// second, at which a few dozen people at work change nearly every second. Sessions that callers hold fade and
    /// expire by the tenant's clock all the same.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public double LifeSpeed
    {
        get;
        set
        {
            if (value is not (>= 1 and <= 3_600))
            {
                throw new ArgumentOutOfRangeException(nameof(LifeSpeed), value, "It must be from 1 to 3,600.");
            }
            field = value;
        }
    } = 60;

    /// <summary>
    /// The moment of their own calendar at which people begin to live when the tenant starts. By default, whatever the
    /// real time, it is Tuesday, 8 September 2026, 14:00 UTC, when most of them are at work. With the time of
    /// <see cref="TimeProvider"/> and a <see cref="LifeSpeed"/> of 1, their nights are the real ones.
    /// </summary>
    public DateTimeOffset LifeStart { get; set; } = new(2026, 9, 8, 14, 0, 0, TimeSpan.Zero);
}
