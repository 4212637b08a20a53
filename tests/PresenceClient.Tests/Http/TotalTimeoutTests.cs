using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>The limit of a whole call: attempts, waits for a retry, waits at the gate.</summary>
public sealed class TotalTimeoutTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "120")]
    [InlineData(HttpStatusCode.TooManyRequests, "400")]
    [InlineData(HttpStatusCode.TooManyRequests, "Mon, 07 Sep 2026 10:00:00 GMT")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "400")]
    public async Task WaitBeyondIt_FailsAtOnceWithWhatWasMet(HttpStatusCode status, string header)
    {
        using var graph = new FakeGraph(Answers.Error(status).With("Retry-After", header));
        graph.Retry();

        PresenceException failure = await graph.FailAsync();

        failure.StatusCode.Should().Be(status);
        failure.Message.Should().Contain("Wait ");
        graph.Time.Waits.Should().BeEmpty();
        if (failure is PresenceThrottledException throttled)
        {
            throttled.Attempts.Should().Be(1);
            throttled.RetryAfter.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(2));
        }
    }

    [Theory]
    [InlineData("119")]
    [InlineData("Mon, 07 Sep 2026 09:01:59 GMT")]
    public async Task WaitWithinIt_IsWaited(string header)
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", header),
            Answers.Json(Samples.Presence()));
        graph.Retry();

        await graph.SendAsync(OperationCalls.Any);

        graph.Time.Waits.Should().Equal(TimeSpan.FromSeconds(119));
    }

    [Fact]
    public async Task LongWait_WithoutALimit_IsWaited()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "400"), Answers.Json(Samples.Presence()));
        graph.Retry();
        graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;

        await graph.SendAsync(OperationCalls.Any);

        graph.Time.Waits.Should().Equal(TimeSpan.FromSeconds(400));
    }

    [Fact]
    public async Task LongestWait_WithoutALimit_FailsAtOnce()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "922337203684"));
        graph.Retry();
        graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        graph.Options.MaxRetryAfter = TimeSpan.FromDays(24);

        (await graph.FailAsync()).Should().BeOfType<PresenceThrottledException>();
        (await graph.FailAsync()).Should().BeOfType<PresenceThrottledException>().Which.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task Waits_AddUp()
    {
        Answer busy = Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "50");
        using var graph = new FakeGraph(busy, busy, busy);
        graph.Retry();

        (await graph.FailAsync()).Should().BeOfType<PresenceThrottledException>().Which.Attempts.Should().Be(3);

        graph.Time.Waits.Should().HaveCount(2);
    }

    [Fact]
    public async Task Attempt_GetsWhatIsLeft()
    {
        var standstill = new Standstill();
        using var body = ScriptedStream.Silent(standstill);
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "10"), Answers.Stream(body));
        graph.Options.MaxRetries = 3;
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = TimeSpan.FromSeconds(40);
        Task call = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(10));
        await standstill.Reached;

        graph.Time.Advance(TimeSpan.FromSeconds(29.9));
        call.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowExactlyAsync<PresenceTimeoutException>())
            .WithMessage($"{OperationCalls.Any} (attempt 2) took longer than 40 s*TotalTimeout*");
    }

    [Fact]
    public async Task LimitsOfTheCallAndTheAttempt_AreTheSame_TheAttemptsIsNamed()
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph(Answers.Never(standstill));
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = TimeSpan.FromSeconds(1.23456);
        Task call = graph.SendAsync(OperationCalls.Any);
        await standstill.Reached;

        graph.Time.Advance(TimeSpan.FromSeconds(2));

        (await call.Awaiting(c => c.BoundedAsync()).Should().ThrowExactlyAsync<PresenceTimeoutException>())
            .WithMessage($"{OperationCalls.Any} took longer than 1.235 s. The limit of an attempt is AttemptTimeout.*");
    }

    [Fact]
    public async Task AttemptsOwnTimeout_IsFollowedByAnotherAttempt()
    {
        var standstill = new Standstill();
        using var body = ScriptedStream.Silent(standstill);
        using var graph = new FakeGraph(Answers.Stream(body), Answers.Json(Samples.Presence()));
        graph.Retry();
        Task call = graph.SendAsync(OperationCalls.Any);
        await standstill.Reached;

        graph.Time.Advance(graph.Options.AttemptTimeout);

        await call.BoundedAsync();
        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task SigningIn_DoesNotCount()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "100"), Answers.Json(Samples.Presence()));
        graph.Retry();
        graph.Options.SignInTimeout = Timeout.InfiniteTimeSpan;
        graph.Credential.Before = _ =>
        {
            graph.Time.Advance(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        };

        await graph.SendAsync(OperationCalls.Any);

        graph.Requests.Should().HaveCount(2);
    }
}
