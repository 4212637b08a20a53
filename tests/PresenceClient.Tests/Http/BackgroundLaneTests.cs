using Microsoft.Extensions.Time.Testing;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>Requests of watches and keepers share the gate with all other requests.</summary>
public sealed class BackgroundLaneTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Call_ComesLater_GoesBeforeSweeps()
    {
        var gate = new RequestGate(2, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(1);
        await Enter(gate);
        await Enter(gate);

        Task<TimeSpan>[] sweeps = [Enter(gate, lane), Enter(gate, lane), Enter(gate, lane)];
        Task<TimeSpan>[] calls = [Enter(gate), Enter(gate), Enter(gate)];
        _time.Advance(TimeSpan.FromSeconds(30));
        bool[] first = Gone([.. calls, .. sweeps]);
        _time.Advance(TimeSpan.FromSeconds(30));
        bool[] second = Gone([.. calls, .. sweeps]);

        first.Should().Equal(true, true, false, false, false, false);
        second.Should().Equal(true, true, true, true, false, false);
    }

    [Theory]
    [InlineData(10, 0.5, 5)]
    [InlineData(10, 0.99, 9)]
    [InlineData(10, 1, 10)]
    [InlineData(10, 0.01, 1)]
    public void Sweeps_TakeAtMostTheirShareOfThePace(int pace, double share, int expected)
    {
        var gate = new RequestGate(pace, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(share);
        Task<TimeSpan>[] sweeps = [.. Enumerable.Range(0, 30).Select(_ => Enter(gate, lane))];

        for (int window = 1; window <= 3; window++)
        {
            Gone(sweeps).Count(gone => gone).Should().Be(Math.Min(expected * window, 30));
            _time.Advance(TimeSpan.FromSeconds(29.999));
            Gone(sweeps).Count(gone => gone).Should().Be(Math.Min(expected * window, 30));
            _time.Advance(TimeSpan.FromSeconds(0.001));
        }
    }

    [Fact]
    public async Task Call_WhileSweepsWaitForTheirShare_GoesAtOnce()
    {
        var gate = new RequestGate(4, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(0.25);
        await Enter(gate, lane);
        Task<TimeSpan> sweep = Enter(gate, lane);

        Enter(gate).IsCompletedSuccessfully.Should().BeTrue();
        sweep.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Call_WhoseTurnIsSoonerThanThatOfASweep_DoesNotWaitForIt()
    {
        var gate = new RequestGate(2, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(0.5);
        await Enter(gate);
        _time.Advance(TimeSpan.FromSeconds(10));
        await Enter(gate, lane);
        Task<TimeSpan> sweep = Enter(gate, lane);
        Task<TimeSpan> call = Enter(gate);

        _time.Advance(TimeSpan.FromSeconds(20));
        call.IsCompleted.Should().BeTrue();
        sweep.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(10));
        sweep.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task TwoWatches_DoNotShareTheirShares()
    {
        var gate = new RequestGate(10, waitsWhenHeld: true, _time);
        BackgroundLane one = gate.CreateLane(0.1);
        BackgroundLane other = gate.CreateLane(0.1);
        await Enter(gate, one);
        Task<TimeSpan> waiting = Enter(gate, one);

        Enter(gate, other).IsCompletedSuccessfully.Should().BeTrue();
        waiting.IsCompleted.Should().BeFalse();
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    public async Task Sweeps_OfSeveralWatches_EachGoWhenTheirShareIsFree(params int[] order)
    {
        var gate = new RequestGate(10, waitsWhenHeld: true, _time);
        BackgroundLane[] lanes = [gate.CreateLane(0.1), gate.CreateLane(0.1), gate.CreateLane(0.1)];
        foreach (BackgroundLane lane in lanes)
        {
            await Enter(gate, lane);
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        var sweeps = new Task<TimeSpan>[lanes.Length];
        foreach (int lane in order)
        {
            sweeps[lane] = Enter(gate, lanes[lane]);
        }

        _time.Advance(TimeSpan.FromSeconds(15));
        bool[] first = Gone(sweeps);
        _time.Advance(TimeSpan.FromSeconds(5));
        bool[] second = Gone(sweeps);
        _time.Advance(TimeSpan.FromSeconds(5));

        first.Should().Equal(true, false, false);
        second.Should().Equal(true, true, false);
        sweeps[2].IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task Sweep_BehindAnother_FailsAtOnceIfItsTurnComesTooLate()
    {
        var gate = new RequestGate(1, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(1);
        await Enter(gate);
        _ = Enter(gate, lane);

        Task<TimeSpan> sweep = gate.EnterAsync(TimeSpan.FromSeconds(40), lane, Test.Token).AsTask();
        Task<TimeSpan> call = gate.EnterAsync(TimeSpan.FromSeconds(40), lane: null, Test.Token).AsTask();

        sweep.IsCompleted.Should().BeTrue();
        (await sweep).Should().Be(TimeSpan.FromSeconds(60));
        call.IsCompleted.Should().BeFalse("its turn is before that of the sweeps");
    }

    [Fact]
    public async Task Sweep_StarvedForItsWholeTime_FailsWithThatReason()
    {
        var gate = new RequestGate(1, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(1);
        await Enter(gate);
        Task<TimeSpan> sweep = gate.EnterAsync(TimeSpan.FromSeconds(60), lane, Test.Token).AsTask();
        for (int window = 0; window < 3; window++)
        {
            _ = Enter(gate);
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        (await sweep.BoundedAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Sweep_Cancelled_LeavesNoGap()
    {
        var gate = new RequestGate(1, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(1);
        await Enter(gate);
        using var caller = new CancellationTokenSource();
        Task<TimeSpan> leaving = gate.EnterAsync(Long, lane, caller.Token).AsTask();
        Task<TimeSpan> staying = Enter(gate, lane);

        await leaving.ShouldEndByAsync(caller);
        _time.Advance(TimeSpan.FromSeconds(30));

        staying.IsCompletedSuccessfully.Should().BeTrue();
        gate.Pace.Waiting.Should().Be(0);
    }

    [Fact]
    public void HoldBack_HoldsSweepsToo()
    {
        var gate = new RequestGate(null, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(0.5);
        gate.HoldBack(TimeSpan.FromSeconds(10));
        Task<TimeSpan> sweep = Enter(gate, lane);

        _time.Advance(TimeSpan.FromSeconds(9));
        sweep.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        sweep.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task Pace_IsASnapshotOfTheGate()
    {
        var gate = new RequestGate(3, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(0.4);
        gate.Pace.Should().Be(new PresencePace { MaxRequestsPer30Seconds = 3 });

        await Enter(gate);
        _time.Advance(TimeSpan.FromSeconds(20));
        await Enter(gate, lane);
        _ = Enter(gate, lane);
        gate.HoldBack(TimeSpan.FromSeconds(5));
        _ = Enter(gate);
        PresencePace busy = gate.Pace;
        _time.Advance(TimeSpan.FromSeconds(10));
        PresencePace later = gate.Pace;

        busy.Should().Be(new PresencePace
        {
            MaxRequestsPer30Seconds = 3,
            SentInWindow = 2,
            HeldUntil = _time.Start.AddSeconds(25),
            Waiting = 2,
        });
        later.Should().Be(busy with { SentInWindow = 2, HeldUntil = null, Waiting = 1 });
    }

    [Fact]
    public void Pace_SwitchedOff_CountsNothing()
    {
        var gate = new RequestGate(null, waitsWhenHeld: true, _time);
        Enter(gate).IsCompletedSuccessfully.Should().BeTrue();

        gate.Pace.Should().Be(new PresencePace());
    }

    private static bool[] Gone(IEnumerable<Task<TimeSpan>> requests) => [.. requests.Select(r => r.IsCompleted)];

    private static Task<TimeSpan> Enter(RequestGate gate, BackgroundLane? lane = null) =>
        gate.EnterAsync(Long, lane, Test.Token).AsTask();
}
