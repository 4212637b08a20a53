using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

/// <summary>Reads that take more than one request.</summary>
public sealed class ManyUsersTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(650, 1)]
    [InlineData(651, 2)]
    [InlineData(1_300, 2)]
    [InlineData(10_001, 16)]
    public async Task GetAsync_AnyNumber_IsSplitAndInTheOrderAsked(int count, int requests)
    {
        using var graph = new FakeGraph(Answers.Presences);
        string[] ids = [.. Samples.Ids(count).Reverse()];

        PresenceReadResult result = await graph.Presences.GetAsync(ids, Test.Token);

        result.Select(p => p.Id).Should().Equal(ids);
        result.Missing.Should().BeEmpty();
        graph.Requests.Should().HaveCount(requests);
        graph.Requests.Where(r => r.Ids.Length > 650).Should().BeEmpty();
        graph.Requests.Sum(r => r.Ids.Length).Should().Be(count);
    }

    [Fact]
    public async Task GetAsync_AMillionWithDuplicates_AreAllReadOnce()
    {
        // Each answer has only one presence, so that most of the work is the client's.
        using var graph = new FakeGraph(static request => Answers.PresencesOf(request.Ids[^1]));
        graph.Options.MaxRequestsPer30Seconds = null;
        string[] ids = Samples.Ids(1_000_000);

        PresenceReadResult result = await graph.Presences.GetAsync(ids.Concat(ids.Select(Upper)), Test.Token);

        graph.Requests.Should().HaveCount(1_539);
        (result.Count + result.Missing.Count).Should().Be(1_000_000);
        result.Count.Should().Be(1_539);
        result.TryGetValue(ids[^1], out _).Should().BeTrue();

        static string Upper(string id) => id.ToUpperInvariant();
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    public async Task GetAsync_Concurrency_IsUsedAndNotExceeded(int? option, int expected)
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => Answers.Presences(request).After(gate.PassAsync));
        PresenceReadOptions? options = option is { } most ? new() { MaxConcurrency = most } : null;

        Task<PresenceReadResult> call = graph.Presences.GetAsync(Samples.Ids(650 * 20), options, Test.Token);
        await gate.ArrivedAsync(expected);
        gate.Open();
        await call.BoundedAsync();

        graph.MostRunning.Should().Be(expected);
        graph.Requests.Should().HaveCount(20);
    }

    [Fact]
    public async Task GetAsync_IdsLeftOut_AreMissingInTheOrderAsked()
    {
        string[] ids = Samples.Ids(2_000);
        string[] leftOut = [ids[3], .. ids[700..720], ids[1_999]];
        using var graph = new FakeGraph(request => Answers.PresencesOf(request.Ids.Except(leftOut)));

        PresenceReadResult result = await graph.Presences.GetAsync(ids, Test.Token);

        result.Missing.Should().Equal(leftOut);
        result.Select(p => p.Id).Should().Equal(ids.Except(leftOut));
        result.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_AnswersInAnyOrder_AreInTheOrderAsked()
    {
        string[] ids = Samples.Ids(650);
        for (int seed = 0; seed < 20; seed++)
        {
            string[] shuffled = [.. ids];
            new Random(seed).Shuffle(shuffled);
            using var graph = new FakeGraph(Answers.Json(Samples.Page([.. shuffled.Select(Samples.Presence)])));

            (await graph.Client.Presences.GetAsync(ids, Test.Token)).Select(p => p.Id).Should().Equal(ids);
        }
    }

    [Fact]
    public async Task GetAsync_BodyOfTenMegabytes_IsRead()
    {
        string[] ids = Samples.Ids(650);
        string message = new string('m', 16_000);
        string[] presences = [.. ids.Select(id => $$"""
            { "id": "{{id}}", "activity": "Away",
              "statusMessage": { "message": { "content": "{{message}}", "contentType": "text" } } }
            """)];
        string page = Samples.Page(presences);
        page.Length.Should().BeGreaterThan(10_000_000);
        using var graph = new FakeGraph(Answers.Json(page));

        PresenceReadResult result = await graph.Client.Presences.GetAsync(ids, Test.Token);

        result.Should().HaveCount(650).And.OnlyContain(p => p.StatusMessage!.Content == message);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task GetAsync_RefusalOfOneRequest_EndsTheOthersAtOnce(HttpStatusCode status)
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => request.Number == 4
            ? Answers.Error(status)
            : Answers.Presences(request).After(gate.PassAsync));

        Task call = graph.Presences.GetAsync(Samples.Ids(6_500), Test.Token);

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<PresenceException>())
            .Which.StatusCode.Should().Be(status);
        graph.Running.Should().Be(0);
        graph.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task GetAsync_CancelledMidway_LeavesNothingUnderWay()
    {
        var gate = new Gate();
        using var graph = new FakeGraph(request => Answers.Presences(request).After(gate.PassAsync));
        using var caller = new CancellationTokenSource();

        Task call = graph.Presences.GetAsync(Samples.Ids(6_500), caller.Token);
        await gate.ArrivedAsync(4);

        await call.ShouldEndByAsync(caller);
        graph.Running.Should().Be(0);
        graph.Requests.Should().HaveCount(4);
    }
}
