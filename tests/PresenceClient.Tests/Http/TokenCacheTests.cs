using System.Globalization;
using System.Net;
using Azure.Core;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>All calls use one token until it is about to expire.</summary>
public sealed class TokenCacheTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task ManyCallsAtOnce_AskTheCredentialOnce()
    {
        var signIn = new Gate();
        using FakeGraph graph = Answering(40);
        graph.Credential.Before = signIn.PassAsync;

        Task[] calls = Send(graph, 40);
        await signIn.ArrivedAsync(1);
        signIn.Open();
        await Task.WhenAll(calls).BoundedAsync();

        graph.Credential.Asked.Should().ContainSingle();
        graph.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "Bearer token-1");
    }

    [Fact]
    public async Task BulkRead_OfManyRequests_AsksTheCredentialOnce()
    {
        using var service = new FakeGraph(Answers.Presences);

        await service.Presences.GetAsync(Samples.Ids(40 * 650), Test.Token);

        service.Credential.Asked.Should().ContainSingle();
    }

    [Theory]
    [InlineData(3_600, 3_299, 1)]
    [InlineData(3_600, 3_571, 2)]
    [InlineData(3_600, 7_200, 2)]
    [InlineData(60, 29, 1)]
    [InlineData(60, 58, 2)]
    public async Task TokenThatIsAboutToExpire_IsReplacedBeforeItIsSent(int lifetime, int age, int asked)
    {
        using FakeGraph graph = Answering(2);
        Expire(graph, TimeSpan.FromSeconds(lifetime));
        await graph.SendAsync(OperationCalls.Any);

        graph.Time.Advance(TimeSpan.FromSeconds(age));
        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Should().HaveCount(asked);
        graph.Requests[1].Headers["Authorization"].Should().Be($"Bearer token-{asked}");
    }

    [Theory]
    [InlineData(null, 56)]
    [InlineData(20, 21)]
    public async Task TokenPastItsRefreshTime_IsSentWhileOneNewOneIsAskedFor(int? refreshOn, int minutes)
    {
        var refresh = new Gate();
        using FakeGraph graph = Answering(12);
        graph.Options.SignInTimeout = Timeout.InfiniteTimeSpan;
        Expire(graph, Hour, refreshOn is { } after ? TimeSpan.FromMinutes(after) : null);
        await graph.SendAsync(OperationCalls.Any);
        Expire(graph, 2 * Hour);
        graph.Time.Advance(TimeSpan.FromMinutes(minutes));
        graph.Credential.Before = refresh.PassAsync;

        await Task.WhenAll(Send(graph, 10)).BoundedAsync();
        await refresh.ArrivedAsync(1);
        graph.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "Bearer token-1");
        refresh.Open();
        graph.Time.Advance(Hour);
        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Should().HaveCount(2);
        graph.Requests[^1].Headers["Authorization"].Should().Be("Bearer token-2");
    }

    [Fact]
    public async Task RefreshThatFails_KeepsTheTokenAndIsTriedAgainLater()
    {
        var log = new AwaitedLogger();
        using FakeGraph graph = Answering(203);
        graph.Options.LoggerFactory = log;
        Expire(graph, Hour, TimeSpan.FromMinutes(20));
        await graph.SendAsync(OperationCalls.Any);
        graph.Time.Advance(TimeSpan.FromMinutes(21));
        graph.Credential.Before = _ => throw new InvalidOperationException("No token today.");

        await graph.SendAsync(OperationCalls.Any);
        (await log.NextAsync()).Should().Be(
            "Refreshing the token failed (System.InvalidOperationException). The current token is used "
                + "until it expires.");
        for (int call = 0; call < 200; call++)
        {
            await graph.SendAsync(OperationCalls.Any);
            await Test.YieldAsync(Test.Token);
        }

        graph.Credential.Asked.Should().HaveCount(2, "30 seconds have not passed");
        graph.Time.Advance(TimeSpan.FromSeconds(30));
        await graph.SendAsync(OperationCalls.Any);
        await log.NextAsync();

        graph.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "Bearer token-1");
    }

    [Theory]
    [InlineData("600", 2)]
    [InlineData("285", 2)] // The twentieth part of its lifetime is left.
    [InlineData("284.999", 1)]
    public async Task TokenThatExpiresAtTheGate_IsReplacedBeforeItIsSent(string wait, int sent)
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", wait), Answers.Json(Samples.Presence()));
        graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        Expire(graph, TimeSpan.FromMinutes(5));
        await graph.FailAsync();

        Task held = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(double.Parse(wait, CultureInfo.InvariantCulture)));
        await held.BoundedAsync();

        graph.Requests[1].Headers["Authorization"].Should().Be($"Bearer token-{sent}");
    }

    [Fact]
    public async Task TokenThatComesExpired_IsSentButNotKept()
    {
        using FakeGraph graph = Answering(2);
        Expire(graph, TimeSpan.Zero);

        await graph.SendAsync(OperationCalls.Any);
        await graph.SendAsync(OperationCalls.Any);

        graph.Requests.Select(request => request.Headers["Authorization"]).Should()
            .Equal("Bearer token-1", "Bearer token-2");
    }

    [Fact]
    public async Task TokenThatComesExpired_WaitsAtTheGate_IsSentAfterwards()
    {
        using FakeGraph graph = Answering(2);
        graph.Options.MaxRequestsPer30Seconds = 1;
        Expire(graph, TimeSpan.Zero);
        await graph.SendAsync(OperationCalls.Any);

        Task held = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Time.Advance(TimeSpan.FromSeconds(30));
        await held.BoundedAsync();

        graph.Requests[1].Headers["Authorization"].Should().Be("Bearer token-2");
    }

    [Theory]
    [InlineData(3_600, null, 3_570, 3_300)]
    [InlineData(600, null, 570, 300)]
    [InlineData(360, null, 342, 180)]
    [InlineData(60, null, 57, 30)]
    [InlineData(3_600, 1_200, 3_570, 1_200)]
    public void Token_IsUsedAndRefreshedByItsLifetime(int lifetime, int? refreshOn, int validUntil, int refreshAt)
    {
        DateTimeOffset now = FakeGraph.Start;
        DateTimeOffset? refresh = refreshOn is { } seconds ? now.AddSeconds(seconds) : null;

        var token = new CachedToken(new AccessToken("token", now.AddSeconds(lifetime), refresh), claims: null, now);

        token.CameValid.Should().BeTrue();
        token.ValidUntil.Should().Be(now.AddSeconds(validUntil));
        token.RefreshAt.Should().Be(now.AddSeconds(refreshAt));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ExpiryAtTheEndsOfTime_DoesNoHarm(bool never)
    {
        using FakeGraph graph = Answering(2);
        DateTimeOffset expiry = never ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        graph.Credential.Token = _ => new AccessToken("token", expiry, refreshOn: expiry);

        await Task.WhenAll(Send(graph, 2)).BoundedAsync();

        graph.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task SignInThatFails_IsNotKept()
    {
        using FakeGraph graph = Answering(1);
        graph.Credential.Before = _ => throw new InvalidOperationException("No token today.");
        (await graph.FailAsync()).Should().BeOfType<PresenceAuthenticationException>();
        graph.Credential.Before = _ => Task.CompletedTask;

        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task SignInThatFails_FailsEachWhoWaitsWithAnExceptionOfItsOwn()
    {
        var signIn = new Gate();
        var cause = new InvalidOperationException("No token today.");
        using var graph = new FakeGraph();
        graph.Credential.Before = async token =>
        {
            await signIn.PassAsync(token);
            throw cause;
        };

        Task<PresenceException>[] calls = [.. Enumerable.Range(0, 5).Select(_ => graph.FailAsync())];
        await signIn.ArrivedAsync(1);
        signIn.Open();
        PresenceException[] failures = await Task.WhenAll(calls).BoundedAsync();

        failures.Should().OnlyHaveUniqueItems().And.OnlyContain(failure =>
            failure is PresenceAuthenticationException && failure.InnerException == cause);
    }

    [Fact]
    public async Task CallThatIsCancelled_LeavesTheSignInToTheOthers()
    {
        var signIn = new Gate();
        using FakeGraph graph = Answering(2);
        graph.Credential.Before = signIn.PassAsync;
        using var caller = new CancellationTokenSource();

        Task first = graph.SendAsync(OperationCalls.Any, caller.Token);
        Task second = graph.SendAsync(OperationCalls.Any);
        await signIn.ArrivedAsync(1);
        await first.ShouldEndByAsync(caller);
        Task third = graph.SendAsync(OperationCalls.Any);
        signIn.Open();

        await Task.WhenAll(second, third).BoundedAsync();
        graph.Credential.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task LastCallThatIsCancelled_EndsTheSignIn()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var signIn = new Standstill();
        using FakeGraph graph = Answering(1);
        graph.Credential.Before = token =>
        {
            token.Register(ended.SetResult);
            return signIn.WaitAsync(token);
        };
        using var caller = new CancellationTokenSource();
        Task[] calls = [.. Enumerable.Range(0, 2).Select(_ => graph.SendAsync(OperationCalls.Any, caller.Token))];
        await signIn.Reached;

        await caller.CancelAsync();
        await Task.WhenAll(calls).Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
        await ended.Task.BoundedAsync();
        graph.Credential.Before = _ => Task.CompletedTask;

        await graph.SendAsync(OperationCalls.Any).BoundedAsync();
    }

    [Fact]
    public async Task Refresh_CallThatJoinsItIsCancelled_Continues()
    {
        var refresh = new Gate();
        using FakeGraph graph = Answering(3);
        graph.Options.SignInTimeout = Timeout.InfiniteTimeSpan;
        Expire(graph, Hour);
        await graph.SendAsync(OperationCalls.Any);
        graph.Time.Advance(TimeSpan.FromMinutes(56));
        graph.Credential.Before = refresh.PassAsync;
        await graph.SendAsync(OperationCalls.Any);
        await refresh.ArrivedAsync(1);
        graph.Time.Advance(TimeSpan.FromMinutes(10));
        using var caller = new CancellationTokenSource();

        await graph.SendAsync(OperationCalls.Any, caller.Token).ShouldEndByAsync(caller);
        Task other = graph.SendAsync(OperationCalls.Any);
        refresh.Open();
        await other.BoundedAsync();

        graph.Credential.Asked.Should().HaveCount(2);
        graph.Requests[^1].Headers["Authorization"].Should().Be("Bearer token-2");
    }

    [Fact]
    public async Task TokenThatTheServiceRefuses_IsNotKept()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.Unauthorized), Answers.Json(Samples.Presence()));
        graph.Retry();

        (await graph.FailAsync()).Should().BeOfType<PresenceAuthenticationException>();
        graph.Requests.Should().ContainSingle("a 401 without claims is no transient failure");
        await graph.SendAsync(OperationCalls.Any);

        graph.Requests[1].Headers["Authorization"].Should().Be("Bearer token-2");
    }

    [Fact]
    public async Task SignIn_HasNoCallersContext()
    {
        var ambient = new AsyncLocal<string> { Value = "the first caller" };
        string? seen = null;
        using FakeGraph graph = Answering(1);
        graph.Credential.Before = _ =>
        {
            seen = ambient.Value;
            return Task.CompletedTask;
        };

        await graph.SendAsync(OperationCalls.Any);

        seen.Should().BeNull("the token is for all callers");
    }

    private static FakeGraph Answering(int requests) =>
        new([.. Enumerable.Repeat(Answers.Json(Samples.Presence()), requests)]);

    private static Task[] Send(FakeGraph graph, int calls) =>
        [.. Enumerable.Range(0, calls).Select(_ => graph.SendAsync(OperationCalls.Any))];

    private static void Expire(FakeGraph graph, TimeSpan lifetime, TimeSpan? refreshAfter = null) =>
        graph.Credential.Token = number =>
        {
            DateTimeOffset now = graph.Time.GetUtcNow();
            return new AccessToken($"token-{number}", now + lifetime, now + refreshAfter);
        };
}
