using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class WriteProgressTests
{
    [Fact]
    public async Task Progress_EachOutcomeAndEach429_IsReported()
    {
        using var graph = new FakeGraph(
            Answers.Empty(), Answers.Error(HttpStatusCode.TooManyRequests), Answers.Error(HttpStatusCode.BadRequest));
        graph.Time.Jumps = true;
        var reports = new Reports<PresenceWriteProgress>();

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
        using var graph = new FakeGraph(static _ => Answers.Empty().After(Test.YieldAsync));
        var reports = new Reports<PresenceWriteProgress>();

        await graph.Client.Presences.WriteAsync(Samples.Ids(1_000).Select(PresenceWrite.ClearPreferred),
            new() { MaxConcurrency = 32, Progress = reports }, Test.Token);

        reports.All.Select(r => r.Done).Should().Equal(Enumerable.Range(1, 1_000));
        reports.Overlapped.Should().BeFalse();
    }

    [Fact]
    public async Task Progress_ThatThrowsOnce_LosesNoOutcome()
    {
        using var graph = new FakeGraph([.. Enumerable.Range(0, 100).Select(n =>
            n % 10 == 3 ? Answers.Error(HttpStatusCode.BadRequest) : Answers.Empty())]);
        var reports = new Reports<PresenceWriteProgress>
        {
            Failure = new InvalidOperationException("The bar is broken."),
            FailsAt = 10,
        };

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(
            Samples.Ids(100).Select(PresenceWrite.ClearPreferred), new() { Progress = reports }, Test.Token);

        result.Should().HaveCount(100);
        result.Failures.Should().HaveCount(10)
            .And.OnlyContain(o => o.Exception!.StatusCode == HttpStatusCode.BadRequest);
        reports.All.Select(r => r.Done).Should().Equal(Enumerable.Range(1, 100));
    }

    [Fact]
    public async Task Progress_ThatThrowsAtEachThrottledAnswer_LosesNoOutcome()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "1"), Answers.Empty(), Answers.Empty());
        graph.Retry();
        var reports = new Reports<PresenceWriteProgress> { Failure = new InvalidOperationException("It is broken.") };

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(
            [PresenceWrite.ClearPreferred(Samples.Adele), PresenceWrite.ClearPreferred(Samples.Alex)],
            new() { MaxConcurrency = 1, Progress = reports }, Test.Token);

        result.AllSucceeded.Should().BeTrue();
        reports.All.Last().Should().Be(new PresenceWriteProgress(Done: 2, Total: 2, Failed: 0, Throttled: 1));
    }

    [Fact]
    public async Task ReadProgress_ThatThrows_LosesNoPresence()
    {
        using var graph = new FakeGraph(Answers.Presences);
        var reports = new Reports<PresenceReadProgress> { Failure = new InvalidOperationException("It is broken.") };

        PresenceReadResult result = await graph.Presences.GetAsync(
            Samples.Ids(2_000), new PresenceReadOptions { Progress = reports }, Test.Token);

        result.Should().HaveCount(2_000);
        reports.All.Should().HaveCount(4);
    }
}
