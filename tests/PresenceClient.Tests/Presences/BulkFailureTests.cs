using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class BulkFailureTests
{
    private static readonly string[] Ids = [Samples.Adele, Samples.Alex];

    private static readonly Dictionary<string, (Answer Answer, Type Reason)> Failures = new()
    {
        ["404"] = (Answers.Error(HttpStatusCode.NotFound), typeof(PresenceNotFoundException)),
        ["429"] = (Answers.Error(HttpStatusCode.TooManyRequests), typeof(PresenceThrottledException)),
        ["500"] = (Answers.Error(HttpStatusCode.InternalServerError), typeof(PresenceException)),
        ["503"] = (Answers.Error(HttpStatusCode.ServiceUnavailable), typeof(PresenceException)),
        ["timeout"] = (Answers.Throw(new TaskCanceledException("Late.")), typeof(PresenceTimeoutException)),
        ["connection"] = (Answers.Throw(new HttpRequestException("Refused.")), typeof(PresenceException)),
        ["no page"] = (Answers.Json("""{ "value": 5 }"""), typeof(PresenceException)),
        ["cut off"] = (Answers.Json(Samples.Page(Samples.Presence())[..^5]), typeof(PresenceException)),
    };

    public static TheoryData<string> FailureNames { get; } = new(Failures.Keys);

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, typeof(PresenceException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(PresenceAuthenticationException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(PresenceAccessDeniedException))]
    public async Task GetAsync_Refusal_IsThrownAsItself(HttpStatusCode status, Type type)
    {
        using var graph = new FakeGraph(Answers.Error(status));

        (await graph.Client.Presences.Awaiting(p => p.GetAsync(Ids, Test.Token)).Should()
            .ThrowAsync<PresenceException>()).Which.Should().BeOfType(type);
    }

    [Fact]
    public async Task GetAsync_Refusal_IsThrownWhenTheOtherRequestsHaveEnded()
    {
        var refusal = new Gate();
        var other = new Standstill();
        Task? call = null;
        bool? endedBefore = null;
        using var graph = new FakeGraph(request => request.Ids.Length == 1
            ? Answers.Error(HttpStatusCode.Forbidden).After(refusal.PassAsync)
            : Answers.Empty().After(async cancel =>
            {
                try
                {
                    await other.WaitAsync(cancel);
                }
                finally
                {
                    for (int i = 0; i < 2_000 && call is { IsCompleted: false }; i++)
                    {
                        await Task.Yield();
                    }

                    endedBefore = call?.IsCompleted;
                }
            }));

        call = graph.Presences.GetAsync(Samples.Ids(651), Test.Token);
        await other.Reached;
        refusal.Open();

        await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<PresenceAccessDeniedException>();
        endedBefore.Should().BeFalse();
        graph.Running.Should().Be(0);
    }

    [Fact]
    public async Task GetAsync_SignInFails_IsThrownAsItself()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new InvalidOperationException("No secret.");

        await graph.Client.Presences.Awaiting(p => p.GetAsync(Ids, Test.Token)).Should()
            .ThrowExactlyAsync<PresenceAuthenticationException>();
    }

    [Fact]
    public async Task GetAsync_SecondPageFails_KeepsTheFirst()
    {
        using var graph = new FakeGraph(
            Answers.Json(Samples.PageBefore($"{Samples.Root}/page?2", Samples.Presence())),
            Answers.Error(HttpStatusCode.ServiceUnavailable));

        PresenceIncompleteException failure = (await graph.Client.Presences.Awaiting(p => p.GetAsync(Ids, Test.Token))
            .Should().ThrowAsync<PresenceIncompleteException>()).Which;

        failure.Result.Should().ContainSingle().Which.Id.Should().Be(Samples.Adele);
        failure.Result.Failures.Should().ContainSingle().Which.Ids.Should().Equal(Samples.Alex);
    }

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task GetAsync_AnotherFailure_CarriesEveryIdWithTheReason(string failure)
    {
        using var graph = new FakeGraph(Failures[failure].Answer);

        PresenceIncompleteException incomplete = (await graph.Client.Presences
            .Awaiting(p => p.GetAsync(Ids, Test.Token))
            .Should().ThrowExactlyAsync<PresenceIncompleteException>()).Which;

        incomplete.InnerException.Should().BeOfType(Failures[failure].Reason);
        var reason = (PresenceException)incomplete.InnerException!;
        incomplete.Should().BeEquivalentTo(new
        {
            reason.StatusCode,
            reason.ErrorCode,
            reason.ServiceMessage,
            reason.RequestId,
            reason.ClientRequestId,
            Operation = "communications.getPresencesByUserId",
        });
        incomplete.Message.Should().StartWith("The presence of 2 of 2 users could not be read");
        incomplete.Result.Should().BeEmpty();
        incomplete.Result.Missing.Should().BeEmpty();
        PresenceReadFailure only = incomplete.Result.Failures.Should().ContainSingle().Which;
        only.Ids.Should().Equal(Ids);
        only.Exception.Should().BeSameAs(reason);
    }

    [Fact]
    public async Task GetAsync_Cancelled_IsNotAFailure()
    {
        var standstill = new Standstill();
        using var graph = new FakeGraph(Answers.Never(standstill));
        using var caller = new CancellationTokenSource();

        Task call = graph.Client.Presences.GetAsync(Ids, caller.Token);
        await standstill.Reached;
        await caller.CancelAsync();

        await call.Awaiting(c => c.BoundedAsync()).Should().ThrowAsync<OperationCanceledException>();
    }
}
