using System.Globalization;
using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>The wait before a retry.</summary>
public sealed class RetryWaitTests
{
    public static TheoryData<HttpStatusCode, string, double> Waits { get; } = new MatrixData
    {
        { "0", 0 },
        { "7", 7 },
        { "2.5", 2.5 },
        { "60", 60 },
        { "Mon, 07 Sep 2026 09:00:42 GMT", 42 },
        { "Monday, 07-Sep-26 09:00:42 GMT", 42 },
        { "Mon, 07 Sep 2026 08:00:00 GMT", 0 },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task RetryAfter_IsHonouredToTheSecond(HttpStatusCode status, string header, double seconds)
    {
        using var graph = new FakeGraph(
            Answers.Error(status).With("Retry-After", header), Answers.Json(Samples.Presence()));
        graph.Retry();

        await graph.SendAsync(OperationCalls.Any);

        (graph.Time.GetUtcNow() - FakeGraph.Start).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public async Task RetryAfter_IsTheSameInEveryCultureAndZone(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "2.5"),
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "Mon, 07 Sep 2026 09:01:00 GMT"),
            Answers.Json(Samples.Presence()));
        graph.Retry();
        graph.Time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(13), "far", "far"));

        await graph.SendAsync(OperationCalls.Any);

        graph.Time.Waits.Should().Equal(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(57.5));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("-5")]
    public async Task NoUsableRetryAfter_BacksOffLongerEachTimeButWithABound(string? header)
    {
        Answer busy = Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", header);
        using var graph = new FakeGraph([.. Enumerable.Repeat(busy, 9), Answers.Json(Samples.Presence())]);
        graph.Retry();
        graph.Options.MaxRetries = 9;
        graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;

        await graph.SendAsync(OperationCalls.Any);

        graph.Time.Waits.Should().HaveCount(9)
            .And.OnlyContain(wait => wait >= TimeSpan.Zero && wait <= TimeSpan.FromSeconds(30));
        graph.Time.Waits.Take(3).Should().NotEqual(
            [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], "there is jitter");
        graph.Time.Waits.Skip(4).Sum(wait => wait.TotalSeconds).Should()
            .BeGreaterThan(graph.Time.Waits.Take(4).Sum(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "0")]
    [InlineData(HttpStatusCode.TooManyRequests, "0.001")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "0")]
    [InlineData(HttpStatusCode.BadGateway, "0.5")]
    [InlineData(HttpStatusCode.GatewayTimeout, "Mon, 07 Sep 2026 08:00:00 GMT")]
    public async Task RetryAfterThatIsPracticallyNone_Repeated_BacksOff(HttpStatusCode status, string header)
    {
        Answer busy = Answers.Error(status).With("Retry-After", header);
        using var graph = new FakeGraph(busy, busy, busy, busy, Answers.Json(Samples.Presence()));
        graph.Retry();
        graph.Options.MaxRetries = 4;

        await graph.SendAsync(OperationCalls.Any);

        (graph.Time.GetUtcNow() - FakeGraph.Start).Should()
            .BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1 + 2 + 4)).And.BeLessThan(TimeSpan.FromSeconds(15.1));
    }

    [Fact]
    public async Task Wait_Cancelled_EndsWithTheClockStandingStill()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable).With("Retry-After", "7"));
        graph.Options.MaxRetries = 3;
        using var caller = new CancellationTokenSource();
        Task call = graph.SendAsync(OperationCalls.Any, caller.Token);
        await graph.Time.WaitBegunAsync();

        await call.ShouldEndByAsync(caller);
        graph.Requests.Should().ContainSingle();
    }

    private sealed class MatrixData : TheoryData<HttpStatusCode, string, double>
    {
        private static readonly HttpStatusCode[] Statuses =
        [
            HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable,
            HttpStatusCode.GatewayTimeout,
        ];

        public void Add(string header, double seconds)
        {
            foreach (HttpStatusCode status in Statuses)
            {
                Add(status, header, seconds);
            }
        }
    }
}
