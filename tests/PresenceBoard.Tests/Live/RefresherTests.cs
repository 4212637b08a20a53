using Microsoft.Extensions.Time.Testing;
using PresenceClient;

namespace PresenceBoard.Tests;

public sealed class RefresherTests : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<DateTimeOffset> _reads = [];
    private readonly Queue<Func<PresenceReadResult>> _script = [];
    private readonly Refresher _refresher;
    private readonly Task _running;

    public RefresherTests()
    {
        _refresher = new Refresher(new Reading(Some.Board(2), null), _ => Task.FromResult(ReadNext()), Interval, _time);
        _running = _refresher.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Func<Task> end = () => _running;
        await end.Should().ThrowAsync<OperationCanceledException>();
        _stop.Dispose();
    }

    [Fact]
    public void RunAsync_BeforeTheInterval_DoesNotRead()
    {
        _time.Advance(Interval - TimeSpan.FromTicks(1));

        _reads.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_EachInterval_TakesWhatWasRead()
    {
        await NextAsync(() => new PresenceReadResult([Some.Busy(1)]));
        await NextAsync(() => new PresenceReadResult([Some.Busy(1), Some.Busy(2)]));

        _reads.Should().Equal(Some.Noon + Interval, Some.Noon + (2 * Interval));
        _refresher.Latest.Trouble.Should().BeNull();
        _refresher.Latest.Board.Rows.Select(row => row.ChangedAt!.Value).Should().Equal(_reads);
    }

    [Fact]
    public async Task RunAsync_Failure_IsToldAndTheBoardStays()
    {
        await NextAsync(() => throw new PresenceTimeoutException("It took too long."));

        _refresher.Latest.Trouble.Should().Be("It took too long.");
        _refresher.Latest.Board.Rows.Should().HaveCount(2);
    }

    [Fact]
    public async Task RunAsync_SuccessAfterFailure_TakesTheTroubleAway()
    {
        await NextAsync(() => throw new PresenceException("down"));
        await NextAsync(() => new PresenceReadResult([Some.Busy(1)]));

        _refresher.Latest.Trouble.Should().BeNull();
    }

    [Fact]
    public async Task RunAsync_PartOfIt_IsShownWithTheTrouble()
    {
        await NextAsync(() => new PresenceReadResult([Some.Busy(1)], failures: [Some.Failure(2)]));

        _refresher.Latest.Trouble.Should().Be("1 of 2 presences could not be read: The service is down.");
        _refresher.Latest.Board.Rows.First().Presence.Availability.Should().Be(PresenceAvailability.Busy);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_Throttled_WaitsAsLongAsItIsAsked(bool inPart)
    {
        var throttled = new PresenceThrottledException("slow down") { RetryAfter = TimeSpan.FromSeconds(9) };
        await NextAsync(() => inPart
            ? new PresenceReadResult([], failures: [Some.Failure(1, throttled)])
            : throw throttled);

        for (int tick = 0; tick < 4; tick++)
        {
            _time.Advance(Interval);
        }

        await NextAsync(() => new PresenceReadResult([]));

        _reads.Should().Equal(Some.Noon.AddSeconds(2), Some.Noon.AddSeconds(12));
    }

    private PresenceReadResult ReadNext()
    {
        _reads.Add(_time.GetUtcNow());
        return _script.Dequeue()();
    }

    /// <summary>Lets an interval pass, and waits until what is read then is on the board.</summary>
    private async Task NextAsync(Func<PresenceReadResult> answer)
    {
        Reading before = _refresher.Latest;
        _script.Enqueue(answer);
        _time.Advance(Interval);
        while (ReferenceEquals(_refresher.Latest, before))
        {
            await Task.Yield();
        }
    }
}
