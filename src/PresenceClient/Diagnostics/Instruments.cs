using System.Diagnostics.Metrics;

namespace PresenceClient.Diagnostics;

/// <summary>
/// The meter <c>PresenceClient</c>. What must first be measured is asked whether it is
/// <see cref="GuardedCounter.Enabled"/>.
/// </summary>
internal static class Instruments
{
    private static readonly Meter Meter = new(nameof(PresenceClient));

    public static readonly GuardedCounter Requests = new(Meter,
        "presence.client.requests", "{request}", "Requests that were sent, each attempt of a call.");

    public static readonly GuardedHistogram<double> RequestDuration = new(Meter,
        "presence.client.request.duration", "s", "From sending a request to its answer's last byte.");

    public static readonly GuardedCounter Retries = new(Meter,
        "presence.client.retries", "{retry}", "Failures that are answered with another attempt.");

    public static readonly GuardedHistogram<double> ThrottleWait = new(Meter,
        "presence.client.throttle.wait", "s", "Waits because the service throttles (429).");

    public static readonly GuardedHistogram<double> PacingWait = new(Meter,
        "presence.client.pacing.wait", "s", "Waits for a turn in the client's own pace.");

    public static readonly GuardedHistogram<long> BulkIds = new(Meter,
        "presence.client.bulk.ids", "{user}", "Users that a bulk request asks for.");

    public static readonly GuardedCounter BulkRead = new(Meter,
        "presence.client.bulk.read", "{user}", "Users whose presence came with a bulk request.");

    public static readonly GuardedCounter BulkMissing = new(Meter,
        "presence.client.bulk.missing", "{user}", "Users whom the service left out of a bulk request's answer.");

    public static readonly GuardedCounter LoaderJoined = new(Meter,
        "presence.client.loader.joined", "{read}", "Calls of a loader that joined the pending read of a user.");

    public static readonly GuardedCounter LoaderCacheHits = new(Meter,
        "presence.client.loader.cache_hits", "{read}", "Calls of a loader that were answered from what it remembers.");

    public static readonly GuardedHistogram<double> WatchSweepDuration = new(Meter,
        "presence.client.watch.sweep.duration", "s", "From the beginning of a watch's sweep to its last answer.");

    public static readonly GuardedHistogram<double> WatchAge = new(Meter,
        "presence.client.watch.age", "s", "From the read of a state to its delivery to a reader.");

    public static readonly GuardedCounter WatchChanges = new(Meter,
        "presence.client.watch.changes", "{change}", "Changes of users' states that watches found.");

    public static readonly GuardedCounter WatchConflated = new(Meter,
        "presence.client.watch.conflated", "{change}",
        "Changes that a slow reader does not get, because a later one of the same user replaces them.");

    public static readonly ObservableUpDownCounter<long>? WatchReaders = Guard.Ask(Meter, static m =>
        m.CreateObservableUpDownCounter(
            "presence.client.watch.readers", static () => WatchMetrics.Readers, "{reader}", "Readers of watches."));

    public static readonly ObservableUpDownCounter<long>? WatchStale = Guard.Ask(Meter, static m =>
        m.CreateObservableUpDownCounter(
            "presence.client.watch.stale", static () => WatchMetrics.Stale, "{user}",
            "Watched users whose state was not confirmed for three intervals."));
}
