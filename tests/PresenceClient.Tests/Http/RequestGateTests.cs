using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class RequestGateTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new();

    /// <summary>
    /// Requests arrive in bursts, some are cancelled while they wait, and some are throttled. Each of the others must
    /// be sent at the first moment that is allowed, so no window holds more than its number.
    /// </summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    [InlineData(4, 50)]
    public void Arrivals_GoInOrderAtTheFirstMomentThatIsAllowed(int seed, int pace)
    {
        var random = new Random(seed);
        var gate = new RequestGate(pace, waitsWhenHeld: true, _time);
        List<Arrival> waiting = [];
        List<TimeSpan> sent = [];
        TimeSpan now = TimeSpan.Zero, held = TimeSpan.Zero;
        for (int step = 0; step < 3_000; step++)
        {
            Settle();
            foreach (Arrival leaving in waiting.Where(_ => random.Next(500) == 0).ToList())
            {
                leaving.Dispose();
                waiting.Remove(leaving);
            }

            if (random.Next(200) == 0)
            {
                gate.HoldBack(TimeSpan.FromSeconds(5));
                held = now + TimeSpan.FromSeconds(5);
            }

            int burst = random.Next(40) == 0 ? random.Next(2 * pace) + 1 : 0;
            waiting.AddRange(Enumerable.Range(0, burst).Select(_ => new Arrival(gate)));
            Settle();
            now += TimeSpan.FromMilliseconds(100);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        sent.Count.Should().BeGreaterThan(5 * pace);

        void Settle()
        {
            int gone = 0;
            while (gone < waiting.Count && now >= held && (sent.Count < pace || sent[^pace] + Window <= now))
            {
                sent.Add(now);
                gone++;
            }

            waiting.Select(arrival => arrival.Gone.IsCompleted).Should().Equal(
                Enumerable.Range(0, waiting.Count).Select(place => place < gone));
            waiting.RemoveRange(0, gone);
        }
    }

    [Fact]
    public async Task WaitThatIsTooLong_FailsAtOnceToTheTick()
    {
        var gate = new RequestGate(2, waitsWhenHeld: true, _time);
        await Enter(gate);
        _time.Advance(TimeSpan.FromSeconds(10));
        await Enter(gate);

        foreach (double due in new double[] { 20, 30, 50, 60, 80 })
        {
            (await Enter(gate, TimeSpan.FromSeconds(due))).Should().Be(TimeSpan.FromSeconds(due));
            Enter(gate, TimeSpan.FromSeconds(due) + TimeSpan.FromTicks(1)).IsCompleted.Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HoldBack_BeyondAWaitersTime_EndsItAtOnce(bool waitsWhenHeld)
    {
        var gate = new RequestGate(1, waitsWhenHeld, _time);
        await Enter(gate);
        Task<TimeSpan> patient = Enter(gate);
        Task<TimeSpan> hasty = Enter(gate, TimeSpan.FromSeconds(61));

        gate.HoldBack(TimeSpan.FromSeconds(100));

        await hasty.BoundedAsync();
        (await hasty).Should().Be(TimeSpan.FromSeconds(waitsWhenHeld ? 130 : 100));
        patient.IsCompleted.Should().Be(!waitsWhenHeld);
    }

    [Fact]
    public async Task HoldBack_ShorterThanTheOneBefore_ChangesNothing()
    {
        var gate = new RequestGate(null, waitsWhenHeld: true, _time);
        gate.HoldBack(TimeSpan.FromSeconds(10));
        gate.HoldBack(TimeSpan.FromSeconds(5));

        (await Enter(gate, TimeSpan.FromSeconds(1))).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task HoldBack_ThatEndsNow_DoesNotOpenTheGateBeforeItsTurnInThePace()
    {
        var gate = new RequestGate(1, waitsWhenHeld: false, _time);
        await Enter(gate);
        gate.HoldBack(TimeSpan.FromSeconds(10));
        gate.Pace.HeldUntil.Should().Be(_time.Start.AddSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        gate.Pace.HeldUntil.Should().BeNull();
        Enter(gate).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void HoldBackAfterThrottling_IsReportedWithItsDuration()
    {
        var gate = new RequestGate(1, waitsWhenHeld: true, _time);
        List<TimeSpan> reported = [];
        gate.Throttled += reported.Add;

        gate.HoldBackAfterThrottling(TimeSpan.FromSeconds(7));
        gate.HoldBack(TimeSpan.FromSeconds(9));

        reported.Should().Equal(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Waiters_Many_ShareATimerOfWholeMilliseconds()
    {
        var clock = new WaitClock(FakeGraph.Start);
        var gate = new RequestGate(null, waitsWhenHeld: true, clock);
        gate.HoldBack(TimeSpan.FromMilliseconds(1.5));

        Task<TimeSpan>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => Enter(gate))];
        clock.Waits.Should().Equal(TimeSpan.FromMilliseconds(2));
        clock.Advance(TimeSpan.FromMilliseconds(2));

        (await Task.WhenAll(waiting).BoundedAsync()).Should().OnlyContain(static wait => wait == TimeSpan.Zero);
    }

    [Fact]
    public void RequestThatHasPassed_IsNotKeptByTheCallersToken()
    {
        using var caller = new CancellationTokenSource();
        WeakReference passed = PassAfterAWait(caller.Token);

        GC.Collect();
        GC.WaitForPendingFinalizers();

        passed.IsAlive.Should().BeFalse();
        GC.KeepAlive(caller);
    }

    [Fact]
    public async Task NoWait_StillWaitsForItsTurnInThePace()
    {
        var gate = new RequestGate(1, waitsWhenHeld: false, _time);
        await Enter(gate);
        Task<TimeSpan> second = Enter(gate);

        second.IsCompleted.Should().BeFalse();
        _time.Advance(Window);

        (await second).Should().Be(TimeSpan.Zero);
    }

    private static Task<TimeSpan> Enter(RequestGate gate, TimeSpan? longestWait = null) =>
        gate.EnterAsync(longestWait ?? Long, lane: null, Test.Token).AsTask();

    [Fact]
    public void SetPace_LowerThenHigherAgain_NeverLetsMoreThanThePaceThrough()
    {
        var gate = new RequestGate(10, waitsWhenHeld: true, _time);
        for (int i = 0; i < 10; i++)
        {
            IsFree(gate).Should().BeTrue();
        }

        gate.SetPace(2);
        gate.SetPace(10);
        IsFree(gate).Should().BeFalse("ten requests were sent in the last 30 seconds");

        _time.Advance(Window);
        gate.SetPace(2);
        (IsFree(gate), IsFree(gate), IsFree(gate)).Should().Be((true, true, false));
        gate.Pace.MaxRequestsPer30Seconds.Should().Be(2);
        gate.SetPace(5);
        (IsFree(gate), IsFree(gate), IsFree(gate), IsFree(gate)).Should().Be((true, true, true, false));
    }

    [Fact]
    public void SetPace_Higher_LetsWaitingRequestsPass()
    {
        var gate = new RequestGate(3, waitsWhenHeld: true, _time);
        gate.SetPace(1);
        Task<TimeSpan>[] requests = [.. Enumerable.Range(0, 4).Select(_ => gate
            .EnterAsync(Long, lane: null, CancellationToken.None).AsTask())];
        requests.Count(static request => request.IsCompleted).Should().Be(1);

        gate.SetPace(3);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        requests.Count(static request => request.IsCompleted).Should().Be(3);
    }

    [Fact]
    public void SetPace_Lower_RejectsRequestsThatWouldWaitTooLong()
    {
        var gate = new RequestGate(2, waitsWhenHeld: true, _time);
        Task<TimeSpan>[] requests = [.. Enumerable.Range(0, 4).Select(_ => gate
            .EnterAsync(TimeSpan.FromSeconds(40), lane: null, CancellationToken.None).AsTask())];
        requests.Count(static request => request.IsCompleted).Should().Be(2);

        gate.SetPace(1);

        requests.Count(static request => request.IsCompleted).Should().Be(3, "the last would wait for two windows");
        gate.Pace.Waiting.Should().Be(1);
    }

    [Fact]
    public void SetPace_WithoutAPace_ChangesNothing()
    {
        var gate = new RequestGate(null, waitsWhenHeld: true, _time);

        gate.SetPace(1);

        gate.Pace.MaxRequestsPer30Seconds.Should().BeNull();
        (IsFree(gate), IsFree(gate)).Should().Be((true, true));
    }

    [Fact]
    public void SetPace_ALane_KeepsItsShare()
    {
        var gate = new RequestGate(100, waitsWhenHeld: true, _time);
        BackgroundLane lane = gate.CreateLane(0.5);
        lane.Requests.Should().Be(50);

        gate.SetPace(4);

        lane.Requests.Should().Be(2);
        (IsFree(gate, lane), IsFree(gate, lane), IsFree(gate, lane)).Should().Be((true, true, false));
    }

    // In a separate method, so that no local variable keeps the task alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference PassAfterAWait(CancellationToken caller)
    {
        var gate = new RequestGate(null, waitsWhenHeld: true, _time);
        gate.HoldBack(TimeSpan.FromSeconds(1));
        Task<TimeSpan> waiting = gate.EnterAsync(Long, lane: null, caller).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));
        waiting.IsCompletedSuccessfully.Should().BeTrue();
        return new WeakReference(waiting);
    }

    private static bool IsFree(RequestGate gate, BackgroundLane? lane = null) =>
        gate.EnterAsync(TimeSpan.FromTicks(1), lane, CancellationToken.None).AsTask() is { IsCompleted: true } entered
            && entered.Result == TimeSpan.Zero;

    private sealed class Arrival : IDisposable
    {
        private readonly CancellationTokenSource _caller = new();

        public Arrival(RequestGate gate) => Gone = gate.EnterAsync(Long, lane: null, _caller.Token).AsTask();

        public Task<TimeSpan> Gone { get; }

        public void Dispose()
        {
            _caller.Cancel();
            _caller.Dispose();
            Gone.IsCanceled.Should().BeTrue();
        }
    }
}
