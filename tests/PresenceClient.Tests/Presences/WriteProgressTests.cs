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
        graph.Time.Jumps = true;
        Reports<PresenceWriteProgress> reports = new();

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
        Reports<PresenceWriteProgress> reports = new();

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
        InvalidOperationException failure = new("The bar is broken.");

        Task call = graph.Client.Presences.WriteAsync(
            [PresenceWrite.ClearPreferred(Samples.Adele), PresenceWrite.ClearPreferred(Samples.Alex)],
            new() { Progress = new Reports<PresenceWriteProgress> { Failure = failure } }, Test.Token);

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<InvalidOperationException>())
            .Which.Should().BeSameAs(failure);
        handler.InFlight.Should().Be(0);
    }
}
