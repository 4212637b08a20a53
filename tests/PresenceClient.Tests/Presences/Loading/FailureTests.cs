using System.Net;
using Microsoft.Extensions.Time.Testing;
using PresenceClient.Tests.Support;
using static PresenceClient.Tests.Presences.Loading.LoaderSteps;

namespace PresenceClient.Tests.Presences.Loading;

/// <summary>The callers that a failure reaches, and the exceptions that they get.</summary>
public sealed class FailureTests
{
    private static readonly Dictionary<string, (Answer Answer, Type Type)> Failures = new()
    {
        ["400"] = (Answers.Error(HttpStatusCode.BadRequest), typeof(PresenceException)),
        ["401"] = (Answers.Error(HttpStatusCode.Unauthorized), typeof(PresenceAuthenticationException)),
        ["403"] = (Answers.Error(HttpStatusCode.Forbidden), typeof(PresenceAccessDeniedException)),
        ["404"] = (Answers.Error(HttpStatusCode.NotFound), typeof(PresenceNotFoundException)),
        ["429"] = (Answers.Error(HttpStatusCode.TooManyRequests), typeof(PresenceThrottledException)),
        ["timeout"] = (Answers.Throw(new TaskCanceledException("Late.")), typeof(PresenceTimeoutException)),
        ["connection"] = (Answers.Throw(new HttpRequestException("Refused.")), typeof(PresenceException)),
        ["malformed"] = (Answers.Json("{"), typeof(PresenceException)),
    };

    public static TheoryData<string> FailureNames { get; } = new(Failures.Keys);

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task GetAsync_Failure_IsEachCallersOwnException(string failure)
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence>[] calls =
            [.. Enumerable.Range(0, 3).Select(_ => loader.GetAsync(Samples.Adele, CancellationToken.None))];
        (await graph.NextAsync()).Answer(Failures[failure].Answer);
        PresenceException[] thrown = await Task.WhenAll(calls.Select(FailedAsync));

        thrown.Should().OnlyHaveUniqueItems();
        thrown.Should().OnlyContain(e => e.GetType() == Failures[failure].Type);
        thrown.Should().OnlyContain(e => e.ClientRequestId != null && e.ClientRequestId == thrown[0].ClientRequestId);
    }

    [Fact]
    public async Task GetAsync_Refusal_KeepsAllThatTheServiceSaid()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).Answer(Answers.Error(HttpStatusCode.Forbidden, "NoWay", "Not you."));

        (await FailedAsync(call)).Should().BeOfType<PresenceAccessDeniedException>().Which.Should().BeEquivalentTo(new
        {
            StatusCode = HttpStatusCode.Forbidden,
            ErrorCode = "NoWay",
            ServiceMessage = "Not you.",
            Samples.RequestId,
            Operation = "communications.getPresencesByUserId",
            DelegatedPermission = "Presence.Read.All",
            ApplicationPermission = "Presence.Read.All",
        });
    }

    [Fact]
    public async Task GetAsync_Throttled_KeepsWhatToWait()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> call = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).Answer(Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "7"));

        (await FailedAsync(call)).Should().BeOfType<PresenceThrottledException>().Which.Should().BeEquivalentTo(new
        {
            RetryAfter = TimeSpan.FromSeconds(7),
            Attempts = 1,
        });
    }

    [Fact]
    public async Task GetAsync_RequestFails_ReachesOnlyItsCallers()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader();

        Task<LoadedPresence> adele = loader.GetAsync(Samples.Adele, Test.Token);
        HeldRequest first = await graph.NextAsync();
        Task<LoadedPresence> alex = loader.GetAsync(Samples.Alex, Test.Token);
        first.Answer(Answers.Error(HttpStatusCode.ServiceUnavailable));
        HeldRequest second = await graph.NextAsync();
        second.AnswerAll();

        (await FailedAsync(adele)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await alex.BoundedAsync()).Presence!.Id.Should().Be(Samples.Alex);
    }

    [Fact]
    public async Task GetAsync_SecondPageFails_FailsOnlyUsersThatWereNotRead()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromMinutes(1) });

        _ = loader.GetAsync(Samples.Megan, Test.Token);
        HeldRequest before = await graph.NextAsync();
        Task<LoadedPresence> adele = loader.GetAsync(Samples.Adele, Test.Token);
        Task<LoadedPresence> alex = loader.GetAsync(Samples.Alex, Test.Token);
        before.AnswerAll();
        HeldRequest firstPage = await graph.NextAsync();
        firstPage.Answer(Answers.Json(
            Samples.PageBefore($"{Samples.Root}/page?2", Samples.Presence(Samples.Adele))));
        HeldRequest secondPage = await graph.NextAsync();
        secondPage.Answer(Answers.Error(HttpStatusCode.ServiceUnavailable));

        (await adele.BoundedAsync()).Presence!.Id.Should().Be(Samples.Adele);
        (await FailedAsync(alex)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await loader.GetAsync(Samples.Adele, Test.Token)).Presence!.Id.Should().Be(Samples.Adele);
        graph.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task GetAsync_AfterAFailure_SendsAgain()
    {
        using var graph = FakeGraph.Holding();
        PresenceLoader loader = graph.Presences.CreateLoader(new() { MaxAge = TimeSpan.FromMinutes(1) });

        Task<LoadedPresence> failing = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).Answer(Answers.Error(HttpStatusCode.ServiceUnavailable));
        await FailedAsync(failing);
        Task<LoadedPresence> again = loader.GetAsync(Samples.Adele, Test.Token);
        (await graph.NextAsync()).AnswerAll();

        (await again.BoundedAsync()).Presence!.Id.Should().Be(Samples.Adele);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task GetAsync_ClockOfTheHostFails_IsAFailureToo(bool hasTimestamps, bool isDisposed)
    {
        using var graph = FakeGraph.Holding();
        var time = new BrokenClock();
        graph.Options.TimeProvider = time;
        PresenceLoader loader = graph.Presences.CreateLoader();
        Exception fault =
            isDisposed ? new ObjectDisposedException("The clock.") : new InvalidOperationException("Out of order.");
        (time.OfTimers, time.OfTimestamps) = (fault, hasTimestamps ? null : fault);

        (await FailedAsync(loader.GetAsync(Samples.Adele, Test.Token))).InnerException.Should().BeSameAs(fault);
    }

    private sealed class BrokenClock : FakeTimeProvider
    {
        public Exception? OfTimers { get; set; }

        public Exception? OfTimestamps { get; set; }

        public override long GetTimestamp() => OfTimestamps is null ? base.GetTimestamp() : throw OfTimestamps;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            OfTimers is null ? base.CreateTimer(callback, state, dueTime, period) : throw OfTimers;
    }
}
