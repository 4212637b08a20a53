using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PresenceClient.Diagnostics;

namespace PresenceClient.Redis;

/// <summary>The instruments of the meter <c>PresenceClient.Redis</c>, for all shared watches of the process.</summary>
internal static class SharingMetrics
{
    private const string Client = "presence.client.key";

    private static readonly Meter Meter = new("PresenceClient.Redis");

    private static readonly ConcurrentDictionary<StatusBoard, bool> Boards = new();

    private static readonly GuardedCounter TakeOvers = new(Meter,
        "presence.client.sharing.take_overs", "{take-over}", "How often a host has become the leader.");

    private static readonly object?[] Gauges =
    [
        Gauge("presence.client.sharing.leader", "{host}", "1 for the leader, 0 for other hosts.",
            static status => status.Role == PresenceSharingRole.Leader ? 1 : 0),
        Gauge("presence.client.sharing.without_redis", "{host}",
            "1 for a host that works without Redis, 0 for other hosts.",
            static status => status.Role == PresenceSharingRole.Alone ? 1 : 0),
        Gauge("presence.client.sharing.epoch", "{term}", "The number of the leader's term.",
            static status => status.Epoch),
        Gauge("presence.client.sharing.hosts", "{host}", "The number of hosts that share a watch.",
            static status => status.Hosts),
        Gauge("presence.client.sharing.lag", "s", "Time since the leader last confirmed that it leads.",
            static status => status.Lag.TotalSeconds),
    ];

    /// <summary>Measures a host from now on.</summary>
    public static void Add(StatusBoard board) => Boards.TryAdd(board, Gauges.Length > 0);

    /// <summary>Ends the measurements of a host.</summary>
    public static void Remove(StatusBoard board) => Boards.TryRemove(board, out _);

    /// <summary>Counts a take-over.</summary>
    public static void TookOver(StatusBoard board) => TakeOvers.Add(1, new TagList { { Client, board.Name } });

    private static ObservableGauge<double>? Gauge(
        string name, string unit, string description, Func<PresenceSharingStatus, double> value) =>
        Guard.Ask(() => Meter.CreateObservableGauge(name, () => Observe(value), unit, description));

    private static IEnumerable<Measurement<double>> Observe(Func<PresenceSharingStatus, double> value) =>
        Boards.Keys.Select(board => new Measurement<double>(
            value(board.Status), new KeyValuePair<string, object?>(Client, board.Name)));
}
