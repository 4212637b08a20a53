using Azure.Identity;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class SignInTests
{
    private const string Id = Samples.Adele;

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_CredentialFails_IsAnAuthenticationFailure(string operation)
    {
        var cause = new AuthenticationFailedException("AADSTS7000215: Invalid client secret.");
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw cause;

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType<PresenceAuthenticationException>();
        failure.InnerException.Should().BeSameAs(cause);
        failure.StatusCode.Should().BeNull();
        failure.Operation.Should().Be(operation);
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task CredentialUnavailable_IsAnAuthenticationFailure()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new CredentialUnavailableException("No managed identity here.");

        (await graph.FailAsync()).Should().BeOfType<PresenceAuthenticationException>()
            .Which.InnerException.Should().BeOfType<CredentialUnavailableException>();
    }

    [Fact]
    public async Task CredentialThrowsAnything_IsAnAuthenticationFailureWithItInside()
    {
        var cause = new HttpRequestException("The token endpoint cannot be reached.");
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw cause;

        PresenceException failure = await graph.FailAsync();

        failure.Should().BeOfType<PresenceAuthenticationException>();
        failure.GetBaseException().Should().BeSameAs(cause);
    }

    [Fact]
    public async Task CredentialsMessage_IsInTheMessageWithoutUsers()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new AuthenticationFailedException(
            "Signing in failed: \n",
            new InvalidOperationException($"AADSTS50034:\nno user adele@contoso.com in {Id}."));

        (await graph.FailAsync()).Message.Should().Contain("AADSTS50034").And.NotContain("Signing in failed:")
            .And.NotContain("\n").And.NotContain("adele").And.NotContain(Id);
    }

    [Theory]
    [InlineData("See the docs.  Original exception: AADSTS7000215: Invalid secret. Trace ID: 1 Correlation ID: 2",
        "signing in failed: AADSTS7000215: Invalid secret.")]
    [InlineData("AADSTS50034: No user. Trace ID: 1", "signing in failed: AADSTS50034: No user.")]
    [InlineData("The aadsts codes: AADSTS50034: No user, as in AADSTS50020. The trace id: 0. \nTrace ID: 1",
        "signing in failed: AADSTS50034: No user, as in AADSTS50020. The trace id: 0.")]
    [InlineData("Denied by AADSTS50034. Nothing more.", "signing in failed: AADSTS50034. Nothing more.")]
    [InlineData("No account is signed in.", "signing in failed: No account is signed in.")]
    public async Task CredentialsWords_AreCutToTheReason(string words, string end)
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new AuthenticationFailedException(words);

        (await graph.FailAsync()).Message.Should().EndWith(end);
    }

    [Fact]
    public async Task SignInServiceNotReached_SaysSoOnce()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new AuthenticationFailedException(
            "Retried: (refused) (refused)", new AggregateException(
                new HttpRequestException(HttpRequestError.NameResolutionError, "No such host is known.")));

        (await graph.FailAsync()).Message.Should().Contain("signing in failed: the sign-in service cannot be reached: "
            + "the host name could not be resolved.").And.NotContain("refused");
    }

    [Fact]
    public async Task SignInServiceBreaksOff_IsSaidWithoutACure()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded);

        (await graph.FailAsync()).Message.Should().EndWith("signing in failed: the sign-in service cannot be reached: "
            + "the connection was closed before the answer was complete.");
    }

    [Fact]
    public async Task CredentialGivesUpOfItself_IsAnAuthenticationFailure()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new TaskCanceledException("The token endpoint is slow.");

        (await graph.FailAsync()).Should().BeOfType<PresenceAuthenticationException>()
            .Which.InnerException.Should().BeOfType<TaskCanceledException>();
    }

    [Fact]
    public async Task TokenAsked_IsForContinuousAccessEvaluation()
    {
        using var graph = new FakeGraph(Answers.Json(Samples.Presence()));

        await graph.SendAsync(OperationCalls.Any);

        graph.Credential.Asked.Should().ContainSingle().Which.IsCaeEnabled.Should().BeTrue();
    }
}
