using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Identity;
using PresenceClient.Diagnostics;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Diagnostics;

[Collection(nameof(Listening))]
public sealed class ActivityTests
{
    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EachCall_IsOneActivityOfItsOperation(string operation)
    {
        using var graph = new FakeGraph(OperationCalls.Named(operation).Success);
        using var listener = new Listener();

        await graph.SendAsync(operation);

        Activity activity = listener.Activities.Should().ContainSingle().Which;
        activity.OperationName.Should().Be(operation);
        activity.Kind.Should().Be(ActivityKind.Client);
        activity.Status.Should().Be(ActivityStatusCode.Unset);
        activity.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["presence.operation"] = operation,
            ["presence.attempts"] = 1,
            ["http.response.status_code"] = 200,
        });
    }

    [Fact]
    public async Task CallThatIsRetried_IsOneActivityWithItsAttemptsAndItsLastStatus()
    {
        using var graph =
            new FakeGraph(Answers.Error(HttpStatusCode.ServiceUnavailable), Answers.Json(Samples.Presence()));
        graph.Retry();
        using var listener = new Listener();

        await graph.SendAsync(OperationCalls.Any);

        Activity activity = listener.Activities.Should().ContainSingle().Which;
        activity.GetTagItem("presence.attempts").Should().Be(2);
        activity.GetTagItem("http.response.status_code").Should().Be(200);
        activity.GetTagItem("error.type").Should().BeNull();
    }

    public static TheoryData<string, int?, string> Failures => new()
    {
        { "refused", 403, "403" },
        { "broken", null, "System.Net.Http.HttpRequestException" },
        { "malformed", 200, "System.Text.Json.JsonException" },
        { "a page", 200, "PresenceClient.PresenceException" },
        { "a handler's JSON", null, "System.Text.Json.JsonException" },
        { "not signed in", null, "PresenceClient.PresenceAuthenticationException" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task CallThatFails_IsAnErrorOfItsKind(string failure, int? status, string kind)
    {
        using var graph = new FakeGraph(failure switch
        {
            "refused" => Answers.Error(HttpStatusCode.Forbidden),
            "broken" => Answers.Throw(new HttpRequestException("The connection broke.")),
            "malformed" => Answers.Json("{}"),
            "a handler's JSON" => Answers.Throw(Record.Exception(static () => JsonNode.Parse("{"))!),
            _ => Answers.Text("<html>", "text/html"),
        });
        if (failure == "not signed in")
        {
            graph.Credential.Before = _ => throw new AuthenticationFailedException("No account.");
        }

        using var listener = new Listener();

        await graph.FailAsync();

        Activity activity = listener.Activities.Should().ContainSingle().Which;
        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.StatusDescription.Should().BeNull();
        activity.GetTagItem("http.response.status_code").Should().Be(status);
        activity.GetTagItem("error.type").Should().Be(kind);
    }

    [Fact]
    public async Task CallWhoseLastAttemptHasNoAnswer_HasNoStatus()
    {
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.ServiceUnavailable), Answers.Throw(new HttpRequestException("Reset.")));
        graph.Retry();
        graph.Options.MaxRetries = 1;
        using var listener = new Listener();

        await graph.FailAsync();

        Activity activity = listener.Activities.Should().ContainSingle().Which;
        activity.GetTagItem("presence.attempts").Should().Be(2);
        activity.GetTagItem("http.response.status_code").Should().BeNull();
    }

    [Fact]
    public void Activity_OfACall_IsTheCurrentOne_AndThatOfASweepIsNot()
    {
        using var listener = new Listener();
        using var around = new Activity("around");
        around.Start();

        using Activity? sweep = SweepTrace.Start();
        Activity.Current.Should().BeSameAs(around);
        using Activity? call = CallTrace.Start(OperationCalls.Any);

        Activity.Current.Should().BeSameAs(call).And.NotBeNull();
        sweep!.ParentSpanId.Should().Be(around.SpanId);
    }

    [Fact]
    public async Task ManyUsers_AreAnActivityForEachRequest()
    {
        using var service = new FakeGraph(Answers.Presences);
        using var listener = new Listener();

        await service.Presences.GetAsync(Samples.Ids(651), Test.Token);

        listener.Activities.Should().HaveCount(2);
        listener.Values("presence.client.bulk.ids").Should().BeEquivalentTo([650, 1]);
    }
}
