using PresenceClient.Diagnostics;
using PresenceClient.Redis;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Measures something with every instrument, in the ways that the packages do.</summary>
internal static class RecordedMetrics
{
    public static void RecordAll()
    {
        RequestMetrics.Ended("users.presence.get", 503, "503", TimeSpan.FromMilliseconds(120));
        RequestMetrics.Retried("users.presence.get", 503, "503");
        RequestMetrics.Waited(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        BulkMetrics.Ended(asked: 2, [null, null], missing: 1);
        Instruments.Loader.Joined.Add(1);
        Instruments.Loader.CacheHits.Add(1);
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        WatchMetrics.Delivered(new PresenceChange { UserId = "", ReadAt = now }, now);
        WatchMetrics.Changed(changes: 2, conflated: 1);
        WatchMetrics.SweepEnded(TimeSpan.FromSeconds(3));
        WatchMetrics.ReadersChanged(0);
        var board = new StatusBoard("contoso", TimeProvider.System);
        SharingMetrics.Add(board);
        SharingMetrics.TookOver(board);
    }
}
