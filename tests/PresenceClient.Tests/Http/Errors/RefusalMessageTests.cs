using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Http.Errors;

/// <summary>The whole message for an error status: what the service says, what it means, and what to do.</summary>
public sealed class RefusalMessageTests
{
    private const string Read = OperationCalls.Any;

    private const string Write = "users.presence.setPresence";

    private const string GrantRead = "rant the application permission Presence.Read.All (admin consent required), or "
        + "the delegated permission Presence.Read.All (Presence.Read is sufficient for the signed-in user's own id).";

    private const string OfGateway = "The answer does not have Microsoft Graph's error format. A gateway or a proxy "
        + "may have sent it. Check what it requires.";

    /// <summary>Operation, status, the service's code (null for no body) and words, and the message.</summary>
    public static TheoryData<string, int, string?, string, string> Cases { get; } = new()
    {
        { Read, 403, "forbidden", "", $"Access denied (403) for {Read}. G{GrantRead}" },
        { Read, 403, "Other", "No access.", $"Access denied (403, Other) for {Read}: No access. G{GrantRead}" },
        {
            Read, 403, null, "",
            $"Access denied (403) for {Read}. {OfGateway} If Microsoft Graph sent it, g{GrantRead}"
        },
        { Read, 401, null, "", $"{Read} failed with 401 Unauthorized. {OfGateway}" },
        {
            Read, 401, "InvalidAuthenticationToken", "Expired.",
            $"{Read} failed with 401 Unauthorized, InvalidAuthenticationToken: Expired. The service rejected the "
                + "token. Check the tenant and the cloud that the credential signs in to."
        },
        {
            Write, 401, "Unauthorized", "Another user",
            $"{Write} failed with 401 Unauthorized: Another user. The service rejected the token. A signed-in user can "
                + "only write their own presence. Sign in as that user, or as an application."
        },
        {
            Read, 404, "Unknown", "No user.",
            $"{Read} failed with 404 NotFound, Unknown: No user. Check the id or the name, and the tenant."
        },
        {
            Read, 407, null, "",
            $"{Read} failed with 407 ProxyAuthenticationRequired. The proxy requires authentication. Give the HTTP "
                + "client's proxy credentials."
        },
        {
            "me.presence.get", 400, "BadRequest", "Only valid with Delegated Authentication flow.",
            "me.presence.get failed with 400 BadRequest: Only valid with Delegated Authentication flow. The client "
                + "signed in as an application, which has no 'me'. Sign in a person, or use Users[id]."
        },
        { Read, 500, "Unknown", " ", $"{Read} failed with 500 InternalServerError, Unknown." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Refusal_OfEachKind_SaysWhatToDo(
        string operation, int status, string? code, string words, string message)
    {
        string body = code is null ? "" : $$"""{ "error": { "code": "{{code}}", "message": "{{words}}" } }""";
        using var graph = new FakeGraph(Answers.Json(body, (HttpStatusCode)status));

        (await graph.FailAsync(operation)).Message.Should().Be(message);
    }

    [Theory]
    [InlineData("600", "Wait 600 s before the next request.")]
    [InlineData("601", "Wait 600 s before the next request. The service asked for 601 s, which MaxRetryAfter limits.")]
    public async Task Refusal_WithAWait_NamesTheLimitOnlyWhereItLimits(string header, string advice)
    {
        using var graph = new FakeGraph(
            Answers.Json("", HttpStatusCode.ServiceUnavailable).With("Retry-After", header));

        (await graph.FailAsync()).Message.Should().Be($"{Read} failed with 503 ServiceUnavailable. {advice}");
    }
}
