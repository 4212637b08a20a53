using System.Net;
using PresenceClient.Http;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http;

public sealed class ErrorStatusTests
{
    private static readonly Dictionary<HttpStatusCode, Type> Types = new()
    {
        [HttpStatusCode.Moved] = typeof(PresenceException),
        [HttpStatusCode.Found] = typeof(PresenceException),
        [HttpStatusCode.NotModified] = typeof(PresenceException),
        [HttpStatusCode.TemporaryRedirect] = typeof(PresenceException),
        [HttpStatusCode.PermanentRedirect] = typeof(PresenceException),
        [HttpStatusCode.BadRequest] = typeof(PresenceException),
        [HttpStatusCode.Unauthorized] = typeof(PresenceAuthenticationException),
        [HttpStatusCode.Forbidden] = typeof(PresenceAccessDeniedException),
        [HttpStatusCode.NotFound] = typeof(PresenceNotFoundException),
        [HttpStatusCode.MethodNotAllowed] = typeof(PresenceException),
        [HttpStatusCode.TooManyRequests] = typeof(PresenceThrottledException),
        [HttpStatusCode.InternalServerError] = typeof(PresenceException),
        [HttpStatusCode.BadGateway] = typeof(PresenceException),
        [HttpStatusCode.ServiceUnavailable] = typeof(PresenceException),
        [HttpStatusCode.GatewayTimeout] = typeof(PresenceException),
    };

    // For clearPresence, 404 is a result: there was no session.
    public static TheoryData<string, HttpStatusCode> OperationsAndStatuses { get; } = new(
        from call in OperationCalls.All
        from status in Types.Keys
        where status != HttpStatusCode.NotFound || !call.Name.EndsWith(".clearPresence", StringComparison.Ordinal)
        select (call.Name, status));

    [Theory]
    [MemberData(nameof(OperationsAndStatuses))]
    public async Task EveryOperation_ErrorStatus_IsItsException(string operation, HttpStatusCode status)
    {
        using var graph = new FakeGraph(Answers.Error(status, "SomeCode", "Some words.")
            .With("Location", "https://graph.microsoft.com/v1.0/elsewhere"));

        PresenceException failure = await graph.FailAsync(operation);

        failure.Should().BeOfType(Types[status]);
        failure.Should().BeEquivalentTo(new
        {
            StatusCode = status,
            ErrorCode = "SomeCode",
            ServiceMessage = "Some words.",
            Samples.RequestId,
            ClientRequestId = graph.Request.Headers["client-request-id"],
            Operation = operation,
        });
        failure.Message.Should().StartWith(status == HttpStatusCode.Forbidden
                ? $"Access denied (403, SomeCode) for {operation}: Some words. Grant the "
                : $"{operation} failed with {(int)status} {status}, SomeCode: Some words.")
            .And.EndWith($" (request-id {Samples.RequestId})");
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_TokenLacksPermission_NamesThePermission(string operation)
    {
        GraphPermissions needed = GraphOperations.All.Single(o => o.Name == operation).Permissions;
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.Forbidden, "Forbidden", ""));

        PresenceException failure = await graph.FailAsync(operation);

        PresenceAccessDeniedException denied = failure.Should().BeOfType<PresenceAccessDeniedException>().Which;
        denied.DelegatedPermission.Should().NotBeNull().And.Be(needed.Delegated ?? needed.Self);
        denied.ApplicationPermission.Should().Be(needed.Application);
        denied.ServiceMessage.Should().BeEmpty();
        denied.Message.Should().Contain($"delegated permission {denied.DelegatedPermission}").And.Contain(
            needed.Application is null
                ? "there is no application permission"
                : $"application permission {needed.Application}");
        if (needed.Self is not null)
        {
            denied.Message.Should().Contain(needed.Self).And.Contain("own id");
        }
    }

    [Theory]
    [InlineData("me.presence.clearPresence")]
    [InlineData("users.presence.clearPresence")]
    public async Task ClearSession_NotFound_IsFalse(string operation)
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.NotFound), Answers.Empty());
        PresenceServiceClient client = graph.Client;
        SessionClient session = operation.StartsWith("me", StringComparison.Ordinal)
            ? client.Me.Session
            : client.Users[Samples.Adele].Session;

        (await session.ClearAsync(Test.Token)).Should().BeFalse();
        (await session.ClearAsync(Test.Token)).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EveryOperation_ApplicationHasNoMe_NamesTheCureUnderMeOnly(string operation)
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.BadRequest, "BadRequest",
            "/me request is only valid with delegated authentication flow."));

        string message = (await graph.FailAsync(operation)).Message;

        message.Contains("Sign in a person, or use Users[id].", StringComparison.Ordinal).Should()
            .Be(operation.StartsWith("me.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Me_AnotherBadRequest_DoesNotBlameTheSignIn()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.BadRequest, "InvalidArgument", "Out of range."));

        (await graph.FailAsync("me.presence.setPresence")).Message.Should().NotContain("Sign in a person");
    }
}
