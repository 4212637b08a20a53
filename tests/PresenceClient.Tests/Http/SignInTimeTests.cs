using System.Globalization;
using System.Net;
using Azure.Core;
using Azure.Identity;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>The time to sign in counts neither against the pace nor against an attempt.</summary>
public sealed class SignInTimeTests
{
    [Fact]
    public async Task ColdStart_OfManyCalls_KeepsThePaceHoweverLongTheSignInTakes()
    {
        Gate signIn = new(), sending = new();
        sending.Open();
        using var graph = new FakeGraph(_ => Answers.Json(Samples.Presence()).After(sending.PassAsync));
        graph.Options.MaxRequestsPer30Seconds = 10;

        // The clock advances while answers can still be read.
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = TimeSpan.FromDays(1);
        graph.Credential.Before = signIn.PassAsync;

        Task[] calls = [.. Enumerable.Range(0, 40).Select(_ => graph.SendAsync(OperationCalls.Any))];
        await signIn.ArrivedAsync(1);
        graph.Time.Advance(TimeSpan.FromSeconds(33));
        signIn.Open();

        for (int round = 1; round <= 4; round++)
        {
            await sending.ArrivedAsync(10);
            graph.Requests.Should().HaveCount(10 * round);
            if (round < 4)
            {
                await graph.Time.WaitBegunAsync();
                graph.Time.Advance(TimeSpan.FromSeconds(30));
            }
        }

        await Task.WhenAll(calls).BoundedAsync();
    }

    [Fact]
    public async Task Throttled_WhileACallSignsIn_HoldsItBack()
    {
        Gate signIn = new(), sending = new();
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "7").After(sending.PassAsync),
            Answers.Json(Samples.Presence()));
        graph.Options.AttemptTimeout = graph.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        graph.Credential.Token = number => new AccessToken($"token-{number}", graph.Time.GetUtcNow().AddHours(1));
        Task<PresenceException> throttled = graph.FailAsync();
        await sending.ArrivedAsync(1);
        graph.Time.Advance(TimeSpan.FromHours(2));
        graph.Credential.Before = signIn.PassAsync;

        Task call = graph.SendAsync(OperationCalls.Any);
        await signIn.ArrivedAsync(1);
        sending.Open();
        (await throttled.BoundedAsync()).Should().BeOfType<PresenceThrottledException>();
        signIn.Open();
        await graph.Time.WaitBegunAsync();

        graph.Requests.Should().ContainSingle();
        graph.Time.Advance(TimeSpan.FromSeconds(7));
        await call.BoundedAsync();
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("blocks its thread")]
    [InlineData("waits in an adapter of the caller's")]
    public async Task CredentialThatIgnoresItsToken_CancelledCallEndsAtOnce(string kind)
    {
        var standstill = new Standstill();
        using var end = new ManualResetEvent(initialState: false);
        using var graph = new FakeGraph();
        graph.Credential.Before = _ =>
        {
            Task standing = standstill.WaitAsync(CancellationToken.None);
            return kind == "blocks its thread" && end.WaitOne() ? Task.CompletedTask : standing;
        };
        using var adapter = new ForeignAdapter(graph);
        using var caller = new CancellationTokenSource();
        bool isForeign = kind.EndsWith("caller's", StringComparison.Ordinal);

        Task call = (isForeign ? adapter.Client : graph.Client).Me.GetPresenceAsync(caller.Token);
        await standstill.Reached;

        await call.ShouldEndByAsync(caller);
        end.Set();
    }

    [Theory]
    [InlineData(null, false, 120)]
    [InlineData(null, true, 900)]
    [InlineData(5.0, false, 5)]
    [InlineData(5.0, true, 5)]
    [InlineData(1.2344, false, 1.234)]
    public async Task SignInThatTakesTooLong_IsAnAuthenticationFailureThatNamesTheOption(
        double? option, bool ofAPerson, double seconds)
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph();
        graph.Retry();
        graph.Time.Jumps = false;
        graph.Options.SignInTimeout = option is { } limit ? TimeSpan.FromSeconds(limit) : null;
        TokenCredential credential = ofAPerson ? new Person(standstill) : new DeafCredential(standstill);
        using var client = new PresenceServiceClient(credential, graph.Options);

        Task call = client.Me.GetPresenceAsync(Test.Token);
        await standstill.Reached;
        graph.Time.Advance(TimeSpan.FromSeconds(seconds - 0.001));
        call.IsCompleted.Should().BeFalse();
        graph.Time.Advance(TimeSpan.FromSeconds(0.002));

        PresenceAuthenticationException failure = (await call.Awaiting(c => c.BoundedAsync()).Should()
            .ThrowAsync<PresenceAuthenticationException>()).Which;
        failure.Message.Should().Contain(string.Create(CultureInfo.InvariantCulture, $"within {seconds} s"))
            .And.Contain("PresenceClientOptions.SignInTimeout");
        failure.InnerException.Should().BeOfType<TimeoutException>();
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SignInTimeout_Infinite_WaitsOn()
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph();
        graph.Options.SignInTimeout = Timeout.InfiniteTimeSpan;
        using var client = new PresenceServiceClient(new DeafCredential(standstill), graph.Options);
        using var caller = new CancellationTokenSource();

        Task call = client.Me.GetPresenceAsync(caller.Token);
        await standstill.Reached;
        graph.Time.Advance(TimeSpan.FromDays(365));

        call.IsCompleted.Should().BeFalse();
        await call.ShouldEndByAsync(caller);
    }

    [Fact]
    public async Task LateToken_OfASignInThatTookTooLong_IsNotUsed()
    {
        var signIn = new Gate();
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));
        graph.Credential.Before = _ => signIn.PassAsync(Test.Token);
        Task<PresenceException> first = graph.FailAsync();
        await signIn.ArrivedAsync(1);
        graph.Time.Advance(TimeSpan.FromMinutes(2));
        await first.BoundedAsync();

        Task second = graph.SendAsync(OperationCalls.Any);
        await signIn.ArrivedAsync(1);
        signIn.Open();
        await second.BoundedAsync();

        graph.Request.Headers["Authorization"].Should().Be("Bearer token-2");
    }

    [Fact]
    public async Task LateToken_OfAnAbandonedSignIn_IsNotUsed()
    {
        Gate asked = new(), signIn = new();

        // What waits for it continues at once, so that the late token is there afterwards.
        var late = new TaskCompletionSource();
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));
        graph.Credential.Before = ignored =>
        {
            _ = asked.PassAsync(CancellationToken.None);
            return late.Task;
        };
        using var caller = new CancellationTokenSource();
        Task first = graph.SendAsync(OperationCalls.Any, caller.Token);
        await asked.ArrivedAsync(1);
        await first.ShouldEndByAsync(caller);
        graph.Credential.Before = signIn.PassAsync;

        Task second = graph.SendAsync(OperationCalls.Any);
        await signIn.ArrivedAsync(1);
        await Task.Run(late.SetResult, Test.Token);
        Task third = graph.SendAsync(OperationCalls.Any);
        signIn.Open();
        await Task.WhenAll(second, third).BoundedAsync();

        graph.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "Bearer token-2");
        graph.Credential.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Source_ForACredentialThatTakesTime_BlocksNoThreadAndLeavesItsTokenAfterwards()
    {
        var signIn = new Gate();
        CancellationToken given = CancellationToken.None;
        var credential = new FakeCredential
        {
            Before = token =>
            {
                given = token;
                return signIn.PassAsync(token);
            },
        };
        List<SignInResult> results = [];
        using var abandoned = new CancellationTokenSource();
        var source = new TokenSource(credential, "scope", option: null, TimeProvider.System);

        Task<Task> started = Task.Factory.StartNew(
            () => source.AskAsync(claims: null, results.Add, abandoned.Token), Test.Token, TaskCreationOptions.None,
            TaskScheduler.Default);
        await signIn.ArrivedAsync(1);
        Task asking = await started.BoundedAsync();
        asking.IsCompleted.Should().BeFalse();
        signIn.Open();
        await asking.BoundedAsync();
        await abandoned.CancelAsync();

        results.Should().ContainSingle().Which.Token!.Header.Should().Be("Bearer token-1");
        given.IsCancellationRequested.Should().BeFalse("the sign-in is over");
    }

    /// <summary>Never returns a token and ignores cancellation.</summary>
    private sealed class DeafCredential(Standstill standstill) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            await standstill.WaitAsync(CancellationToken.None);
            return default;
        }
    }

    /// <summary>An interactive sign-in that the person never completes.</summary>
    private sealed class Person(Standstill standstill) : InteractiveBrowserCredential
    {
        public override async ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken = default)
        {
            await standstill.WaitAsync(cancellationToken);
            return default;
        }
    }
}
