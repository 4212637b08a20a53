using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>
/// Each legal extreme of each option, on the real clock: a fake one accepts spans that real timers reject.
/// </summary>
public sealed class OptionExtremesTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly Dictionary<string, Action<PresenceClientOptions>> Extremes = new()
    {
        ["both infinite"] = o => o.AttemptTimeout = o.TotalTimeout = Timeout.InfiniteTimeSpan,
        ["both longest"] = o => o.AttemptTimeout = o.TotalTimeout = Longest,
        ["AttemptTimeout longest"] = o => (o.AttemptTimeout, o.TotalTimeout) = (Longest, Timeout.InfiniteTimeSpan),
        ["TotalTimeout longest"] = o => o.TotalTimeout = Longest,
        ["TotalTimeout infinite"] = o => o.TotalTimeout = Timeout.InfiniteTimeSpan,
        ["SignInTimeout longest"] = o => o.SignInTimeout = Longest,
        ["SignInTimeout infinite"] = o => o.SignInTimeout = Timeout.InfiniteTimeSpan,
        ["MaxRetries most"] = o => o.MaxRetries = 10,
        ["MaxRetryAfter shortest"] = o => o.MaxRetryAfter = Tick,
        ["MaxRetryAfter longest"] = o => o.MaxRetryAfter = Longest,
        ["pace most"] = o => o.MaxRequestsPer30Seconds = 100_000,
        ["pace off"] = o => o.MaxRequestsPer30Seconds = null,
        ["everything endless"] = o =>
        {
            o.AttemptTimeout = o.TotalTimeout = Timeout.InfiniteTimeSpan;
            o.SignInTimeout = Timeout.InfiniteTimeSpan;
            (o.MaxRetries, o.MaxRetryAfter, o.MaxRequestsPer30Seconds) = (10, Longest, null);
        },
    };

    private static readonly Dictionary<string, Action<PresenceLoaderOptions>> LoaderExtremes = new()
    {
        ["MaxGatherTime shortest"] = o => o.MaxGatherTime = Tick,
        ["MaxGatherTime longest"] = o => o.MaxGatherTime = Longest,
        ["MaxAge none"] = o => o.MaxAge = TimeSpan.Zero,
        ["MaxAge shortest"] = o => o.MaxAge = Tick,
        ["MaxAge longest"] = o => o.MaxAge = TimeSpan.MaxValue,
        ["Capacity least"] = o => (o.MaxAge, o.Capacity) = (TimeSpan.MaxValue, 1),
        ["Capacity most"] = o => (o.MaxAge, o.Capacity) = (TimeSpan.MaxValue, int.MaxValue),
    };

    public static TheoryData<string> Names { get; } = new(Extremes.Keys);

    public static TheoryData<string> LoaderNames { get; } = new(LoaderExtremes.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_ThatIsRetried_Succeeds(string extreme)
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "0"), Answers.Json(Samples.Presence()));
        (graph.Options.TimeProvider, graph.Options.MaxRetries) = (TimeProvider.System, 3);
        Extremes[extreme](graph.Options);

        await graph.SendAsync(OperationCalls.Any).BoundedAsync();

        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Retries_Off_IsOneAttempt()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable));
        (graph.Options.TimeProvider, graph.Options.MaxRetries) = (TimeProvider.System, 0);

        (await graph.FailAsync().BoundedAsync()).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timeout_OfATick_IsATimeout(bool total)
    {
        using var graph = new FakeGraph(Answers.Never(new Standstill()));
        graph.Options.TimeProvider = TimeProvider.System;
        (graph.Options.AttemptTimeout, graph.Options.TotalTimeout) = (Tick, total ? Tick : Longest);

        (await graph.FailAsync().BoundedAsync()).Should().BeOfType<PresenceTimeoutException>();
    }

    [Fact]
    public async Task SignInTimeout_OfATick_IsAnAuthenticationFailure()
    {
        using var graph = new FakeGraph();
        (graph.Options.TimeProvider, graph.Options.SignInTimeout) = (TimeProvider.System, Tick);
        graph.Credential.Before = new Standstill().WaitAsync;

        (await graph.FailAsync().BoundedAsync()).Should().BeOfType<PresenceAuthenticationException>();
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999999999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task RetryAfter_WithoutEnd_IsWaitedForUntilTheCallIsCancelled(string header)
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", header),
            Answers.Json(Samples.Presence()));
        graph.Options.TimeProvider = TimeProvider.System;
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        graph.Options.MaxRetryAfter = TimeSpan.FromDays(23);
        await graph.FailAsync();
        using var caller = new CancellationTokenSource();

        Task held = graph.SendAsync(OperationCalls.Any, caller.Token);

        held.IsCompleted.Should().BeFalse();
        await held.ShouldEndByAsync(caller);
    }

    [Theory]
    [MemberData(nameof(LoaderNames))]
    public async Task Loader_AtAnExtreme_Answers(string extreme)
    {
        using var service = new FakeGraph(Answers.Presences);
        service.Options.TimeProvider = TimeProvider.System;
        var options = new PresenceLoaderOptions();
        LoaderExtremes[extreme](options);
        PresenceLoader loader = service.Presences.CreateLoader(options);

        foreach (string id in new[] { Samples.Adele, Samples.Alex, Samples.Adele })
        {
            (await loader.GetAsync(id, Test.Token).BoundedAsync()).Presence!.Id.Should().Be(id);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Concurrency_AtItsBounds_ReadsAndWritesAll(int concurrency)
    {
        using var service = new FakeGraph(Answers.Presences);
        service.Options.TimeProvider = TimeProvider.System;
        using var writes = new FakeGraph([.. Enumerable.Repeat(Answers.Empty(), 100)]);
        writes.Options.TimeProvider = TimeProvider.System;

        (await service.Presences.GetAsync(
            Samples.Ids(2_000), new PresenceReadOptions { MaxConcurrency = concurrency }, Test.Token)).Should()
            .HaveCount(2_000);
        (await writes.Client.Presences.WriteAsync(Samples.Ids(100).Select(PresenceWrite.ClearPreferred),
            new PresenceWriteOptions { MaxConcurrency = concurrency }, Test.Token)).Should()
            .OnlyContain(outcome => outcome.Exception == null);
    }
}
