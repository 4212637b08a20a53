using System.Net;
using System.Text;
using Azure.Core;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

/// <summary>
/// A 401 that asks for claims (continuous access evaluation) leads to one more attempt, which is like every other.
/// </summary>
public sealed class ClaimsTests
{
    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1767000000"}}}""";

    private static readonly string Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims));

    // As captured in public: the address has no quotes, so that .NET's typed header is empty.
    private static readonly string Captured = "Bearer realm=\"\", authorization_uri=https://login.microsoftonline."
        + "com/common/oauth2/authorize, client_id=\"00000003-0000-0000-c000-000000000000\", "
        + $"error=\"insufficient_claims\", claims=\"{Base64}\"";

    private static readonly string Quoted = Captured.Replace("=https://", "=\"https://", StringComparison.Ordinal)
        .Replace("authorize,", "authorize\",", StringComparison.Ordinal);

    public static TheoryData<string> Challenges { get; } =
    [
        Captured,
        Quoted,
        $"Bearer claims=\"{Base64}\", error=\"insufficient_claims\", authorization_uri=https://a.example/?y=z,realm=",
        $"Bearer error=insufficient_claims,claims={Base64}",
        $"bearer  CLAIMS = \"{Base64.TrimEnd('=')}\" ,error=\"insufficient_claims\"",
        $"Bearer claims=\"{Base64.Replace('+', '-').Replace('/', '_')}\"",
        $"Basic realm=\"a, b\", Bearer realm=\"\\\"claims=no\\\"\", claims=\"{Base64}\"",
        $"Negotiate YII=, Bearer realm=\"\" ,claims=\"{Base64}\", Basic realm=\"x\"",
        $"Bearer realm=\"\", Bearer error=\"insufficient_claims\", claims=\"{Base64}\"",
        $"=\"x\", Bearer claims=\"{Base64}\"",
        $"Bearer claims=\"\\{Base64}\"",
    ];

    public static TheoryData<string> Others { get; } =
    [
        "",
        "Bearer",
        "Bearer realm=\"\"",
        "Bearer claims=",
        "Bearer claims=\"\"",
        "Bearer claims=\"not base64!\"",
        "Bearer claims=\"bm90IEpTT04=\"",
        $"Bearer realm=\"claims={Base64}\"",
        $"PoP claims=\"{Base64}\"",
        $"Bearer xclaims=\"{Base64}\"",
        $"=, ==\"{Base64}\", =claims",
        "Bearer claims=\"unfinished",
        "Bearer claims=\"\\",
        "Bearer claims=\"e319!!!!\"",
        $"claims=\"{Base64}\"",
        $"Bearer realm=\"\\\" claims={Base64} \\\"\"",
    ];

    [Theory]
    [MemberData(nameof(Challenges))]
    public async Task Challenge_InAnyForm_GetsATokenWithItsClaims(string header)
    {
        using var graph = new FakeGraph(Challenge(header), Answers.Json(Samples.Presence()));

        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Select(asked => asked.Claims).Should().Equal(null, Claims);
        graph.Credential.Asked.Should().OnlyContain(asked => asked.IsCaeEnabled);
    }

    [Fact]
    public async Task Challenge_InASecondHeader_IsRead()
    {
        using var graph = new FakeGraph(
            Challenge("Basic realm=\"\"").With("WWW-Authenticate", Captured), Answers.Json(Samples.Presence()));

        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked[^1].Claims.Should().Be(Claims);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task RefusedTokenWithoutClaims_IsAFailureAtOnce(string header)
    {
        using var graph = new FakeGraph(Challenge(header));
        graph.Retry();

        (await graph.FailAsync()).Should().BeOfType<PresenceAuthenticationException>()
            .Which.Message.Should().NotContain("additional claims");

        graph.Requests.Should().ContainSingle();
        graph.Credential.Asked.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_Challenged_SendsASecondAttemptThatIsWhole(string operation)
    {
        OperationCall call = OperationCalls.Named(operation);
        using var graph = new FakeGraph(Challenge(Captured), call.Success);

        await graph.SendAsync(operation);

        graph.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Method == call.Method
            && request.Url == graph.Requests[0].Url && request.Body == graph.Requests[0].Body);
        graph.Requests.Select(request => request.Headers["Authorization"]).Should()
            .Equal("Bearer token-1", "Bearer token-2");
        graph.Requests.Select(request => request.Headers["client-request-id"]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Challenged_TheAttemptThatAnswersIsLost_TheNextHasTheClaimsToo()
    {
        using var graph = new FakeGraph(
            Challenge(Captured), Answers.Throw(new HttpRequestException("The connection was reset.")),
            Answers.Json(Samples.Presence()));

        // A token that arrives expired is sent once, and not kept.
        graph.Credential.Token = number => new AccessToken($"token-{number}", graph.Time.GetUtcNow());
        graph.Retry();

        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Select(asked => asked.Claims).Should().Equal(null, Claims, Claims);
    }

    [Fact]
    public async Task Challenged_KeepsTheNewToken()
    {
        using var graph = new FakeGraph(
            Challenge(Captured), Answers.Json(Samples.Presence()), Answers.Json(Samples.Presence()));

        await graph.SendAsync(OperationCalls.Any);
        await graph.SendAsync(OperationCalls.Any);

        graph.Requests[^1].Headers["Authorization"].Should().Be("Bearer token-2");
    }

    [Fact]
    public async Task ChallengedAgain_IsAFailureThatSaysWhatTheServiceRequires()
    {
        using var graph = new FakeGraph(Challenge(Captured), Challenge(Captured));
        graph.Retry();

        PresenceException failure = await graph.FailAsync();

        failure.Should().BeOfType<PresenceAuthenticationException>().Which.StatusCode.Should()
            .Be(HttpStatusCode.Unauthorized);
        failure.Message.Should().StartWith($"{OperationCalls.Any} (attempt 2)").And.Contain("additional claims")
            .And.EndWith(" Sign in again with a credential or an adapter that can provide them.")
            .And.NotContain("only write their own presence");
        failure.ClientRequestId.Should().Be(graph.Requests[1].Headers["client-request-id"]);
        graph.Credential.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Challenged_PassesTheGateAgain()
    {
        using var graph = new FakeGraph(Challenge(Captured), Answers.Json(Samples.Presence()));
        graph.Options.MaxRequestsPer30Seconds = 1;

        Task call = graph.SendAsync(OperationCalls.Any);
        await graph.Time.WaitBegunAsync();
        graph.Requests.Should().ContainSingle();
        graph.Time.Advance(TimeSpan.FromSeconds(30));

        await call.BoundedAsync();
    }

    [Fact]
    public async Task Challenged_LeavesAllRetriesForTransientFailures()
    {
        Answer busy = Answers.Error(HttpStatusCode.ServiceUnavailable);
        using var graph = new FakeGraph(
            busy, Challenge(Captured), busy, busy, Answers.Json(Samples.Presence()));
        graph.Retry();

        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Select(asked => asked.Claims).Should().Equal(null, Claims);
    }

    [Fact]
    public async Task ChallengedAllAtOnce_AskTheCredentialOnce()
    {
        Gate challenged = new(), signIn = new();
        using var graph = new FakeGraph(request => request.Headers["Authorization"] == "Bearer token-1"
            ? Challenge(Captured).After(challenged.PassAsync)
            : Answers.Json(Samples.Presence()));
        graph.Credential.Before = token => graph.Credential.Asked[^1].Claims is null
            ? Task.CompletedTask
            : signIn.PassAsync(token);

        Task[] calls = [.. Enumerable.Range(0, 20).Select(_ => graph.SendAsync(OperationCalls.Any))];
        await challenged.ArrivedAsync(20);
        challenged.Open();
        await signIn.ArrivedAsync(1);
        signIn.Open();
        await Task.WhenAll(calls).BoundedAsync();

        graph.Credential.Asked.Select(asked => asked.Claims).Should().Equal(null, Claims);
    }

    [Fact]
    public async Task TokenWithClaims_IsUsedByACallThatWaitedForIt()
    {
        var signIn = new Gate();
        using FakeGraph graph = ChallengingOnce(signIn.PassAsync);
        Task challenged = graph.SendAsync(OperationCalls.Any);
        await signIn.ArrivedAsync(1);

        Task other = graph.SendAsync(OperationCalls.Any);
        signIn.Open();
        await Task.WhenAll(challenged, other).BoundedAsync();

        graph.Credential.Asked.Select(asked => asked.Claims).Should().Equal(null, Claims);
    }

    [Fact]
    public async Task TokenWithClaims_OnlyCallThatNeedsThemIsCancelled_TheOtherSignsInByItself()
    {
        var standstill = new Standstill();
        using FakeGraph graph = ChallengingOnce(standstill.WaitAsync);
        using var caller = new CancellationTokenSource();
        Task challenged = graph.SendAsync(OperationCalls.Any, caller.Token);
        await standstill.Reached;

        Task other = graph.SendAsync(OperationCalls.Any);
        await challenged.ShouldEndByAsync(caller);
        await other.BoundedAsync();

        graph.Credential.Asked.Select(asked => asked.Claims).Should().Equal(null, Claims, null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnTheWire_NothingIsSentPastThePipeline(bool quoted)
    {
        await using var server = new LoopbackServer(Encoding.ASCII.GetBytes("HTTP/1.1 401 Unauthorized\r\n"
            + $"WWW-Authenticate: {(quoted ? Quoted : Captured)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        var credential = new FakeCredential();
        using var client = new PresenceServiceClient(credential, new() { BaseAddress = server.BaseAddress });

        await client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should()
            .ThrowAsync<PresenceAuthenticationException>();

        server.Heads.Should().HaveCount(2);
        credential.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task ForeignAdapter_ChallengeThatItCannotRead_IsAFailureThatSaysWhatTheServiceRequires()
    {
        using var graph = new FakeGraph(Challenge(Captured));
        using var adapter = new ForeignAdapter(graph);

        (await adapter.Client.Awaiting(c => c.Me.GetPresenceAsync(Test.Token)).Should()
            .ThrowAsync<PresenceAuthenticationException>()).WithMessage("*additional claims*");

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ForeignAdapter_ChallengeThatItCanRead_IsAnsweredWithinTheAttempt()
    {
        using var graph = new FakeGraph(Challenge(Quoted), Answers.Json(Samples.Presence()));
        using var adapter = new ForeignAdapter(graph);

        await adapter.Client.Me.GetPresenceAsync(Test.Token);

        graph.Credential.Asked[^1].Claims.Should().Be(Claims);
        graph.Requests.Select(request => request.Headers["client-request-id"]).Distinct().Should().ContainSingle();
    }

    // Challenges the first token. A sign-in with claims waits.
    private static FakeGraph ChallengingOnce(Func<CancellationToken, Task> wait)
    {
        var graph = new FakeGraph(static request => request.Headers["Authorization"] == "Bearer token-1"
            ? Challenge(Captured)
            : Answers.Json(Samples.Presence()));
        graph.Credential.Before = token => graph.Credential.Asked[^1].Claims is null ? Task.CompletedTask : wait(token);
        return graph;
    }

    private static Answer Challenge(string? header) =>
        Answers.Empty(HttpStatusCode.Unauthorized).With("WWW-Authenticate", header);
}
