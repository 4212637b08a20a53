namespace PresenceClient;

/// <summary>Options of the events that <c>MapPresenceEvents</c> maps.</summary>
public sealed class PresenceEventsOptions
{
    // The timers of .NET end at 49 days.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    /// <summary>Decides which users a request may see; called once for each stream.</summary>
    /// <value>
    /// Default: null. Then every caller who passes the endpoint's authorization sees all users of the watch, and
    /// <c>?group=</c> is answered with 400.
    /// </value>
    /// <remarks>
    /// The ids of the query only narrow the result, so a filter does not need to compare them. For a group, return its
    /// users. The decision holds until the stream ends, at most for <see cref="MaxDuration"/>.
    /// </remarks>
    public Func<PresenceEventsRequest, CancellationToken, ValueTask<PresenceEventsFilter>>? Filter { get; set; }

    /// <summary>The parts of a presence that the events contain, in addition to the id.</summary>
    /// <value>Default: availability and activity. Status messages are sent only if you add them.</value>
    /// <remarks>A change of other parts only is not sent.</remarks>
    public PresenceParts Parts { get; set; } = PresenceParts.Availability | PresenceParts.Activity;

    /// <summary>The time without an event after which a <c>beat</c> is sent.</summary>
    /// <value>Default: 15 seconds. More than zero, up to 1 day.</value>
    /// <remarks>Proxies often close connections that are silent for 60 seconds.</remarks>
    public TimeSpan BeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The longest duration of a stream. Then it ends, and the browser reconnects by itself and continues, so that the
    /// caller is authorized again and <see cref="Filter"/> is called again.
    /// </summary>
    /// <value>Default: 1 hour. More than zero, up to 1 day.</value>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(1);

    internal void Check()
    {
        if ((Parts & PresenceParts.All) == PresenceParts.None || (Parts & ~PresenceParts.All) != PresenceParts.None)
        {
            throw new ArgumentException(
                $"Parts is {Parts}. The events contain at least one part of a presence. Combine values of "
                + "PresenceParts, for example Availability | Activity.");
        }

        CheckTime(BeatInterval, nameof(BeatInterval));
        CheckTime(MaxDuration, nameof(MaxDuration));
    }

    private static void CheckTime(TimeSpan time, string name)
    {
        if (time <= TimeSpan.Zero || time > LongestTime)
        {
            throw new ArgumentException(
                $"{name} is {time}. It must be more than zero and at most 1 day. Set a time in that range.");
        }
    }
}
