using System.Net;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Http.Errors;

/// <summary>Every failure carries the time to wait when the service or the client states one.</summary>
public sealed class RetryAfterOfFailuresTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Failure_WithRetryAfter_CarriesIt(HttpStatusCode status)
    {
        using var graph = new FakeGraph(Answers.Error(status).With("Retry-After", "7"), Answers.Error(status));

        PresenceException failure = await graph.FailAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(7));

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        failure.Message.Should().Contain("Wait 7 s before the next request.");
        (await graph.FailAsync()).RetryAfter.Should().BeNull();
    }

    [Fact]
    public async Task IncompleteRead_CarriesTheLongest()
    {
        string[] waits = ["3", "11", "5"];
        using var service = new FakeGraph(request => request.Number <= waits.Length
            ? Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", waits[request.Number - 1])
            : Answers.Error(HttpStatusCode.ServiceUnavailable));

        (await Awaiting(() => service.Presences.GetAsync(Samples.Ids(4 * 650), Test.Token)).Should()
            .ThrowExactlyAsync<PresenceIncompleteException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task CopyForEachCallerOfALoader_CarriesIt()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "7"));
        PresenceLoader loader = graph.Client.Presences.CreateLoader();

        (await loader.Awaiting(l => l.GetAsync(Samples.Adele, Test.Token)).Should().ThrowAsync<PresenceException>())
            .Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
    }
}
