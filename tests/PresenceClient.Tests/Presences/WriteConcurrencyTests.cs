using System.Collections.Concurrent;
using System.Globalization;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Presences;

public sealed class WriteConcurrencyTests
{
    [Theory]
    [InlineData(null, 4)]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    public async Task WriteAsync_ManyUsers_AreWrittenSoManyAtOnceAndNoMore(int? limit, int most)
    {
        var gate = new Gate();
        using var graph = new FakeGraph(_ => Answers.Empty().After(Test.YieldAsync).After(gate.PassAsync));
        PresenceWriteOptions? options = limit is { } l ? new() { MaxConcurrency = l } : null;

        Task<PresenceWriteResult> call = graph.Client.Presences.WriteAsync(
            Samples.Ids(200).Select(PresenceWrite.ClearPreferred), options, Test.Token);
        await gate.ArrivedAsync(most);
        gate.Open();
        await call.BoundedAsync();

        (await call).AllSucceeded.Should().BeTrue();
        graph.MostRunning.Should().Be(most);
        graph.Requests.Should().HaveCount(200);
    }

    [Fact]
    public async Task WriteAsync_WritesOfOneUser_KeepTheirOrderOneAfterTheOther()
    {
        var busy = new ConcurrentDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        using var graph = new FakeGraph(request => Answers.Empty().After(async _ =>
        {
            if (!busy.TryAdd(request.Url, true))
            {
                throw new InvalidOperationException("Two writes of one user are under way.");
            }

            await Task.Yield();
            busy.TryRemove(request.Url, out bool _);
        }));
        string[] ids = [Samples.Adele, Samples.Alex.ToUpperInvariant(), Samples.Megan,
            Samples.Adele.ToUpperInvariant(), Samples.Alex, Samples.Megan.ToUpperInvariant()];
        PresenceWrite[] writes = [.. Enumerable.Range(0, 600).Select(n =>
            PresenceWrite.SetStatusMessage(ids[n % 6], n.ToString(CultureInfo.InvariantCulture)))];

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(
            writes, new() { MaxConcurrency = 32 }, Test.Token);

        result.Failures.Should().BeEmpty();
        result.Select(o => o.Write).Should().Equal(writes);
        graph.Requests.GroupBy(r => r.Url, StringComparer.OrdinalIgnoreCase).Should().HaveCount(3)
            .And.OnlyContain(user => user.Select(Number).SequenceEqual(user.Select(Number).Order()));
    }

    [Fact]
    public async Task WriteAsync_OneAtATime_KeepsTheOrderGivenOverAllUsers()
    {
        using var graph = new FakeGraph(static _ => Answers.Empty().After(Test.YieldAsync));
        string[] users = [Samples.Adele, Samples.Alex, Samples.Adele, Samples.Megan, Samples.Alex, Samples.Adele];

        await graph.Client.Presences.WriteAsync(
            users.Select((id, n) => PresenceWrite.SetStatusMessage(id, n.ToString(CultureInfo.InvariantCulture))),
            new() { MaxConcurrency = 1 }, Test.Token);

        graph.Requests.Select(Number).Should().Equal(0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public async Task WriteAsync_SlowWriteOfAUser_DelaysNoOtherUser()
    {
        var others = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var graph = new FakeGraph(request =>
            request.Url.Contains(Samples.Adele, StringComparison.Ordinal) ? Answers.Empty().After(others.Task.WaitAsync)
            : Number(request) == 199 ? Answers.Empty().After(others.SetResult)
            : Answers.Empty());
        PresenceWrite[] writes = [.. Enumerable.Range(0, 200).Select(n => PresenceWrite.SetStatusMessage(
            n < 100 ? Samples.Adele : Samples.Alex, n.ToString(CultureInfo.InvariantCulture)))];

        Task<PresenceWriteResult> call =
            graph.Client.Presences.WriteAsync(writes, new() { MaxConcurrency = 2 }, Test.Token);
        await call.BoundedAsync();

        (await call).AllSucceeded.Should().BeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void MaxConcurrency_OutOfRange_IsRefused(int value) =>
        Invoking(() => new PresenceWriteOptions { MaxConcurrency = value }).Should()
            .Throw<ArgumentOutOfRangeException>().WithParameterName("MaxConcurrency").WithMessage("*1 to 64*");

    private static int Number(SentRequest request) =>
        int.Parse(request.Body!.Split("\"content\":\"")[1].Split('"')[0], CultureInfo.InvariantCulture);
}
