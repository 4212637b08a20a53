using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class WriteProgressTests
{
    [Fact]
    public async Task Progress_EachOutcomeAndEach429_IsReported()
    {
        using GraphStub graph = new(
            Answers.Empty(), Answers.Error(HttpStatusCode.TooManyRequests), Answers.Error(HttpStatusCode.BadRequest));
        Reports reports = new();

        await graph.Client.Presences.WriteAsync(Samples.Ids(3).Select(PresenceWrite.ClearPreferred),
            new() { MaxConcurrency = 1, Progress = reports }, Test.Token);

        reports.All.Should().Equal(
            new PresenceWriteProgress(Done: 1, Total: 3, Failed: 0, Throttled: 0),
            new PresenceWriteProgress(Done: 1, Total: 3, Failed: 0, Throttled: 1),
            new PresenceWriteProgress(Done: 2, Total: 3, Failed: 1, Throttled: 1),
            new PresenceWriteProgress(Done: 3, Total: 3, Failed: 2, Throttled: 1));
    }

    [Fact]
    public async Task Progress_ManyAtOnce_CountsEachAndNeverGoesBack()
    {
        using FlightHandler handler = new();
        using GraphStub graph = handler.Connect();
        Reports reports = new();

        await graph.Client.Presences.WriteAsync(Samples.Ids(1_000).Select(PresenceWrite.ClearPreferred),
            new() { MaxConcurrency = 32, Progress = reports }, Test.Token);

        reports.All.Select(r => r.Done).Should().Equal(Enumerable.Range(1, 1_000));
        reports.Overlapped.Should().BeFalse();
    }

    [Fact]
    public async Task Progress_ThatThrows_EndsTheCallWithNothingLeftRunning()
    {
        Standstill alex = new();
        using FlightHandler handler = new();
        handler.During = (request, token) => request.Url.Contains(Samples.Alex, StringComparison.Ordinal)
            ? alex.WaitAsync(token)
            : alex.Reached.WaitAsync(token);
        using GraphStub graph = handler.Connect();
        Reports broken = new() { Failure = new InvalidOperationException("The bar is broken.") };

        Task call = graph.Client.Presences.WriteAsync(
            [PresenceWrite.ClearPreferred(Samples.Adele), PresenceWrite.ClearPreferred(Samples.Alex)],
            new() { Progress = broken }, Test.Token);

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<InvalidOperationException>())
            .Which.Should().BeSameAs(broken.Failure);
        handler.InFlight.Should().Be(0);
    }

    /// <summary>Keeps the reports as they come, on the thread that brings them.</summary>
    private sealed class Reports : IProgress<PresenceWriteProgress>
    {
        private int _inside;

        public List<PresenceWriteProgress> All { get; } = [];

        public bool Overlapped { get; private set; }

        public Exception? Failure { get; init; }

        public void Report(PresenceWriteProgress value)
        {
            Overlapped |= Interlocked.Increment(ref _inside) > 1;
            All.Add(value);
            Thread.Yield();
            Interlocked.Decrement(ref _inside);
            if (Failure is not null)
            {
                throw Failure;
            }
        }
    }
}
