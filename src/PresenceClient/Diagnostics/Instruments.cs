using System.Diagnostics.Metrics;

namespace PresenceClient.Diagnostics;

/// <summary>
/// The instruments of the meter <c>PresenceClient</c>. Check <see cref="GuardedCounter.Enabled"/> before you calculate
/// a value that is needed only for a measurement. Those of each feature are created when it is first used.
/// </summary>
internal static class Instruments
{
    private static readonly Meter Meter = new(nameof(PresenceClient));

    // Seconds: of one request, and of waits and sweeps.
    private static readonly double[] Short =
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30];

    private static readonly double[] Long = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 120, 300, 600];

    public static readonly GuardedCounter Requests = new(Meter,
        "presence.client.requests", "{request}", "Requests sent, one for each attempt.");

    public static readonly GuardedHistogram<double> RequestDuration = new(Meter,
        "presence.client.request.duration", "s", "Time from sending a request to the last byte of its answer.", Short);

    public static readonly GuardedCounter Retries = new(Meter,
        "presence.client.retries", "{retry}", "Failed attempts that are retried.");

    public static readonly GuardedHistogram<double> ThrottleWait = new(Meter,
        "presence.client.throttle.wait", "s", "Time that requests wait because the service throttles (429).", Long);

    public static readonly GuardedHistogram<double> PacingWait = new(Meter,
        "presence.client.pacing.wait", "s", "Time that requests wait because of the client's own request pace.", Long);

    /// <summary>The instruments of bulk reads.</summary>
    public static class Bulk
    {
        public static readonly GuardedHistogram<long> Ids = new(Meter,
            "presence.client.bulk.ids", "{user}", "Users requested by one bulk request.",
            [1, 10, 50, 100, 200, 300, 400, 500, 600, 650]);

        public static readonly GuardedCounter Read = new(Meter,
            "presence.client.bulk.read", "{user}", "Users whose presence a bulk request returned.");

        public static readonly GuardedCounter Missing = new(Meter,
            "presence.client.bulk.missing", "{user}", "Users that the service left out of a bulk answer.");
    }

    /// <summary>The instruments of loaders.</summary>
    public static class Loader
    {
        public static readonly GuardedCounter Joined = new(Meter,
            "presence.client.loader.joined", "{read}", "Loader calls that joined a pending read of the same user.");

        public static readonly GuardedCounter CacheHits = new(Meter,
            "presence.client.loader.cache_hits", "{read}", "Loader calls that were answered from the cache.");
    }

    /// <summary>The instruments of watches.</summary>
    public static class Watch
    {
        public static readonly GuardedHistogram<double> SweepDuration = new(Meter,
            "presence.client.watch.sweep.duration", "s", "Time from the start of a sweep to its last answer.", Long);

        public static readonly GuardedHistogram<double> Age = new(Meter,
            "presence.client.watch.age", "s", "Time from the read of a state to its delivery to a reader.", Long);

        public static readonly GuardedCounter Changes = new(Meter,
            "presence.client.watch.changes", "{change}", "Changes of users' states that watches detected.");

        public static readonly GuardedCounter Conflated = new(Meter,
            "presence.client.watch.conflated", "{change}",
            "Changes that a slow reader does not receive because a later change of the same user replaced them.");

        public static readonly ObservableUpDownCounter<long>? Readers = Guard.Ask(static () =>
            Meter.CreateObservableUpDownCounter(
                "presence.client.watch.readers", static () => WatchMetrics.Readers, "{reader}", "Readers of watches."));

        public static readonly ObservableUpDownCounter<long>? Stale = Guard.Ask(static () =>
            Meter.CreateObservableUpDownCounter(
                "presence.client.watch.stale", static () => WatchMetrics.Stale, "{user}",
                "Watched users whose state was not confirmed for three intervals."));
    }
}
