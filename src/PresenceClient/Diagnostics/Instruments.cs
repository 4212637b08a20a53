using System.Diagnostics.Metrics;

namespace PresenceClient.Diagnostics;

/// <summary>
/// The meter <c>PresenceClient</c>. An instrument that nobody listens to costs a look at a field, so a counter is used
/// as it is; what must first be measured is asked whether it is <see cref="Instrument.Enabled"/>.
/// </summary>
internal static class Instruments
{
    private static readonly Meter Meter = new(nameof(PresenceClient));

    public static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "presence.client.requests", "{request}", "Requests that were sent, each attempt of a call.");

    public static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "presence.client.request.duration", "s", "From sending a request to its answer's last byte, with its sign-in.");

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "presence.client.retries", "{retry}", "Failures that are answered with another attempt.");

    public static readonly Histogram<double> ThrottleWait = Meter.CreateHistogram<double>(
        "presence.client.throttle.wait", "s", "Waits because the service throttles (429).");

    public static readonly Histogram<double> PacingWait = Meter.CreateHistogram<double>(
        "presence.client.pacing.wait", "s", "Waits for a turn in the client's own pace.");

    public static readonly Histogram<long> BulkIds = Meter.CreateHistogram<long>(
        "presence.client.bulk.ids", "{user}", "Users that a bulk request asks for.");

    public static readonly Counter<long> BulkRead = Meter.CreateCounter<long>(
        "presence.client.bulk.read", "{user}", "Users whose presence came with a bulk request.");

    public static readonly Counter<long> BulkMissing = Meter.CreateCounter<long>(
        "presence.client.bulk.missing", "{user}", "Users whom the service left out of a bulk request's answer.");

    public static readonly Counter<long> LoaderJoined = Meter.CreateCounter<long>(
        "presence.client.loader.joined", "{read}", "Calls of a loader that joined the pending read of a user.");

    public static readonly Counter<long> LoaderCacheHits = Meter.CreateCounter<long>(
        "presence.client.loader.cache_hits", "{read}", "Calls of a loader that were answered from what it remembers.");

    public static readonly Histogram<double> WatchSweepDuration = Meter.CreateHistogram<double>(
        "presence.client.watch.sweep.duration", "s", "From the beginning of a watch's sweep to its last answer.");

    public static readonly Histogram<double> WatchAge = Meter.CreateHistogram<double>(
        "presence.client.watch.age", "s", "From the read of a state to its delivery to a reader.");

    public static readonly Counter<long> WatchChanges = Meter.CreateCounter<long>(
        "presence.client.watch.changes", "{change}", "Changes of users' states that watches found.");

    public static readonly Counter<long> WatchConflated = Meter.CreateCounter<long>(
        "presence.client.watch.conflated", "{change}",
        "Changes that a reader did not get one by one, because a newer one came before it read.");

    public static readonly UpDownCounter<long> WatchReaders = Meter.CreateUpDownCounter<long>(
        "presence.client.watch.readers", "{reader}", "Readers of watches.");

    public static readonly UpDownCounter<long> WatchStale = Meter.CreateUpDownCounter<long>(
        "presence.client.watch.stale", "{user}", "Watched users whose state was not confirmed for three intervals.");
}
