using System.Globalization;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class RetryAfterTests
{
    public static TheoryData<string?, double?> Headers { get; } = new()
    {
        { "10", 10 },
        { "0", 0 },
        { " 7 ", 7 },
        { "2.128", 2.128 },
        { "86400", 86_400 },
        { "Mon, 07 Sep 2026 09:02:00 GMT", 120 },
        { "Mon, 07 Sep 2026 10:30:00 GMT", 5_400 },
        { "Mon, 07 Sep 2026 08:59:00 GMT", 0 },
        { null, null },
        { "", null },
        { "soon", null },
        { "-5", null },
        { "1e3", null },
        { "NaN", null },
        { "Infinity", null },
        { "3, 3", 3 },
        { "1,5", 5 },
        { "5,1", 5 },
        { "soon, 4, later", 4 },
        { "3;x=1", 3 },
        { "3 ; x=1, 2;y=9", 3 },
        { "+3", 3 },
        { "3, Mon, 07 Sep 2026 09:02:00 GMT", 120 },
        { "Mon, 07 Sep 2026 09:02:00 GMT, 3", 120 },
        { "Monday, 07-Sep-26 09:02:00 GMT;x=1", 120 },
        { "Mon Sep  7 09:02:00 2026", 120 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Throttled_RetryAfterInAnyForm_IsTheWait(string? header, double? seconds)
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", header));
        graph.Options.MaxRetryAfter = TimeSpan.FromDays(1);

        PresenceException failure = await graph.FailAsync();

        PresenceThrottledException throttled = failure.Should().BeOfType<PresenceThrottledException>().Which;
        throttled.RetryAfter.Should().Be(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
        throttled.Attempts.Should().Be(1);
        throttled.Message.Contains("Wait ", StringComparison.Ordinal).Should().Be(seconds is not null);
    }

    [Theory]
    [InlineData("3", "5")]
    [InlineData("5", "3")]
    [InlineData("5", "soon")]
    [InlineData("Mon, 07 Sep 2026 09:00:05 GMT", "3")]
    public async Task Throttled_TwoHeaders_TheLongestThatCanBeReadCounts(string one, string other)
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.TooManyRequests)
            .With("Retry-After", one).With("Retry-After", other));

        (await graph.FailAsync()).Should().BeOfType<PresenceThrottledException>()
            .Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("601", "601")]
    [InlineData("99999999999", "99999999999")]
    [InlineData("99999999999999999999999999999999999999999", "922337203685.478")]
    [InlineData("3, 7200", "7200")]
    [InlineData("Mon, 07 Sep 2026 09:10:01 GMT", "601")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", "251")]
    public async Task Throttled_BeyondTheCeiling_WaitsForItAndNamesBoth(string header, string asked)
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", header),
            Answers.Json(Samples.Presence()));
        graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;

        PresenceException failure = await graph.FailAsync();
        Task next = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        next.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromMilliseconds(1));
        await next.BoundedAsync();

        failure.Should().BeOfType<PresenceThrottledException>()
            .Which.RetryAfter.Should().Be(TimeSpan.FromMinutes(10));
        failure.Message.Should().Contain("Wait 600 s").And.Contain($"asked for {asked}").And.Contain("MaxRetryAfter");
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Ceiling_SetByTheHost_IsTheWait(HttpStatusCode status)
    {
        using var graph = new FakeGraph(
            Answers.Error(status).With("Retry-After", "3600"), Answers.Json(Samples.Presence()));
        graph.Retry();
        graph.Options.MaxRetryAfter = TimeSpan.FromSeconds(5);

        await graph.SendAsync(OperationCalls.Any);

        graph.Time.Waits.Should().Equal(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Throttled_MessageSaysTheWaitInOneSpelling()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "2.128"));

        (await graph.FailAsync()).Message.Should().Contain("Wait 2.128 s");
    }
}
