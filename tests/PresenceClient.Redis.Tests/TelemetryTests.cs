using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using PresenceClient.Redis.Tests.Support;

namespace PresenceClient.Redis.Tests;

/// <summary>The status and the metrics of hosts that share.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Meter_OfHostsThatShare_HasRoleEpochHostsLagAndTakeOvers()
    {
        var measured = new ConcurrentQueue<(string Name, double Value)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, l) =>
        {
            if (instrument.Meter.Name == "PresenceClient.Redis")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
            measured.Enqueue((instrument.Name, value)));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            measured.Enqueue((instrument.Name, value)));
        listener.Start();
        await using SharedStage stage = await SharedStage.StartAsync();
        await stage.AddHostsAsync(2);

        listener.RecordObservableInstruments();

        // Other tests run at the same time, so there can be more hosts.
        measured.Should().Contain(("presence.client.sharing.leader", 1)).And
            .Contain(("presence.client.sharing.leader", 0)).And
            .Contain(("presence.client.sharing.without_redis", 0)).And
            .Contain(("presence.client.sharing.hosts", 2)).And
            .Contain(("presence.client.sharing.epoch", 1)).And
            .Contain(("presence.client.sharing.take_overs", 1)).And
            .Contain(static m => m.Name == "presence.client.sharing.lag" && m.Value > 0);
    }

    [Fact]
    public async Task Status_OfAFollower_HasALagAndTheLeaderHasNone()
    {
        await using SharedStage stage = await SharedStage.StartAsync();
        TestHost[] hosts = await stage.AddHostsAsync(2);
        TestHost leader = stage.Leader!;
        PresenceSharingStatus follower = hosts.Single(host => host != leader).Sharing.Status;

        leader.Sharing.Status.Should().BeEquivalentTo(new PresenceSharingStatus
        {
            Role = PresenceSharingRole.Leader,
            Epoch = 1,
            Hosts = 2,
            TakeOvers = 1,
        });
        follower.Lag.Should().BePositive();
        (follower.Role, follower.Epoch, follower.TakeOvers, follower.Failure).Should()
            .Be((PresenceSharingRole.Follower, 1, 0, null));
    }
}
