using System.Net;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Presences;

/// <summary>Reads in which some requests fail permanently.</summary>
public sealed class PartialFailureTests
{
    private static readonly string[] Ids = Samples.Ids(2_600);

    [Fact]
    public async Task GetAsync_OneRequestFails_TheOthersAreInTheResultOfTheException()
    {
        using var graph = new FakeGraph(static request => request.Ids[0] == Ids[650] || request.Ids[0] == Ids[1_300]
            ? Answers.Error(HttpStatusCode.InternalServerError)
            : Answers.Presences(request));

        PresenceIncompleteException failure = (await graph.Presences
            .Awaiting(p => p.GetAsync(Ids, Test.Token)).Should().ThrowAsync<PresenceIncompleteException>()).Which;

        failure.Message.Should().StartWith("The presence of 1300 of 2600 users could not be read: ");
        failure.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        failure.Result.Select(p => p.Id).Should().Equal([.. Ids[..650], .. Ids[1_950..]]);
        failure.Result.Failures.Select(f => f.Ids).Should().BeEquivalentTo(
            [Ids[650..1_300], Ids[1_300..1_950]], o => o.WithStrictOrdering());
    }

    [Fact]
    public async Task GetAsync_Collect_ReturnsFailuresAndMissingApart()
    {
        using var graph = new FakeGraph(static request => request.Ids[0] == Ids[650]
            ? Answers.Error(HttpStatusCode.InternalServerError)
            : Answers.PresencesOf(request.Ids.Where(id => id != Ids[0])));

        PresenceReadResult result = await graph.Presences.GetAsync(
            Ids, new PresenceReadOptions { OnFailure = PresenceFailureMode.Collect }, Test.Token);

        result.Missing.Should().Equal(Ids[0]);
        PresenceReadFailure failure = result.Failures.Should().ContainSingle().Which;
        failure.Ids.Should().Equal(Ids[650..1_300]);
        failure.Exception.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (result.Count + result.Missing.Count + failure.Ids.Count).Should().Be(Ids.Length);
    }

    [Fact]
    public async Task GetAsync_EntryWithoutAnId_FailsTheUsersOfItsRequestWithoutAnEntry()
    {
        using var graph = new FakeGraph(static request => request.Ids[0] == Ids[0]
            ? Answers.Json(Samples.Page(Samples.Presence(Ids[0]), """{ "availability": "Busy" }"""))
            : Answers.Presences(request));

        PresenceReadResult result = await graph.Presences.GetAsync(
            Ids, new PresenceReadOptions { OnFailure = PresenceFailureMode.Collect }, Test.Token);

        result.Select(p => p.Id).Should().Equal([Ids[0], .. Ids[650..]]);
        PresenceReadFailure failure = result.Failures.Should().ContainSingle().Which;
        failure.Ids.Should().Equal(Ids[1..650]);
        failure.Exception.Message.Should().Contain("no 'id'");
        result.Missing.Should().BeEmpty();
    }

    [Fact]
    public async Task Progress_TellsEveryUserOnceAndNeverGoesBack()
    {
        var reports = new Reports<PresenceReadProgress>();
        using var graph = new FakeGraph(static request => request.Ids[0] == Ids[1_950]
            ? Answers.Error(HttpStatusCode.TooManyRequests)
            : Answers.Presences(request));
        graph.Time.Jumps = true;

        await graph.Presences.GetAsync(
            Ids, new() { OnFailure = PresenceFailureMode.Collect, Progress = reports }, Test.Token);

        reports.All.Should().HaveCount(5).And.OnlyContain(r => r.Total == Ids.Length);
        reports.All.Should().BeInAscendingOrder(r => r.Done).And.BeInAscendingOrder(r => r.Failed)
            .And.BeInAscendingOrder(r => r.Throttled);
        reports.All.Last().Should().Be(new PresenceReadProgress(Ids.Length, Ids.Length, Failed: 650, Throttled: 1));
    }

    [Theory]
    [InlineData(PresenceFailureMode.Collect, PresenceFailureMode.Throw)]
    [InlineData(PresenceFailureMode.Throw, PresenceFailureMode.Collect)]
    public async Task OnFailure_ChangedDuringTheRead_CountsForTheNextOne(
        PresenceFailureMode first, PresenceFailureMode then)
    {
        var options = new PresenceReadOptions { OnFailure = first };
        using var graph = new FakeGraph(
            _ => Answers.Error(HttpStatusCode.InternalServerError).After(() => options.OnFailure = then));
        Func<Task> read = () => graph.Presences.GetAsync(Ids, options, Test.Token);

        if (first == PresenceFailureMode.Throw)
        {
            await read.Should().ThrowAsync<PresenceIncompleteException>();
        }
        else
        {
            await read.Should().NotThrowAsync();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void MaxConcurrency_OutOfRange_IsRefusedWhereItIsSet(int value) =>
        Invoking(() => new PresenceReadOptions { MaxConcurrency = value }).Should()
            .ThrowExactly<ArgumentOutOfRangeException>().WithMessage("*1 to 64*").WithParameterName("MaxConcurrency");

    [Fact]
    public void OnFailure_Undefined_IsRefusedWhereItIsSet() =>
        Invoking(() => new PresenceReadOptions { OnFailure = (PresenceFailureMode)7 }).Should()
            .ThrowExactly<ArgumentOutOfRangeException>().WithMessage("*Throw, Collect*");
}
