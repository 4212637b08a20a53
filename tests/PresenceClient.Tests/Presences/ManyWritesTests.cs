using System.Net;
using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Presences;

public sealed class ManyWritesTests
{
    private static readonly PresenceWriteOptions OneByOne = new() { MaxConcurrency = 1 };

    private static readonly DateTimeOffset Three = new(2026, 9, 7, 15, 0, 0, TimeSpan.FromHours(2));

    private static readonly Dictionary<string, PresenceWrite> Facade = new()
    {
        ["users.presence.setPresence"] =
            PresenceWrite.SetSession(Samples.Adele, SessionPresence.InACall, TimeSpan.FromMinutes(30)),
        ["users.presence.clearPresence"] = PresenceWrite.ClearSession(Samples.Adele),
        ["users.presence.setUserPreferredPresence"] =
            PresenceWrite.SetPreferred(Samples.Adele, PreferredPresence.Offline, TimeSpan.FromDays(1)),
        ["users.presence.clearUserPreferredPresence"] = PresenceWrite.ClearPreferred(Samples.Adele),
        ["users.presence.setStatusMessage"] =
            PresenceWrite.SetStatusMessage(Samples.Adele, "Back at 15:00", Three),
    };

    public static TheoryData<string> Operations { get; } = new(Facade.Keys);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task WriteAsync_EachKind_SendsWhatTheFacadeSends(string operation)
    {
        using var graph = new FakeGraph(Answers.Empty());

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync([Facade[operation]], Test.Token);

        result.AllSucceeded.Should().BeTrue();
        graph.Request.Url.Should().Be(Samples.Root + OperationCalls.Named(operation).Url);
        graph.Request.Body.Should().BeJson(OperationCalls.Named(operation).Body!);
    }

    [Fact]
    public async Task WriteAsync_AnyPair_IsSent()
    {
        using var graph = new FakeGraph(Answers.Empty(), Answers.Empty());

        await graph.Client.Presences.WriteAsync(
        [
            PresenceWrite.SetSession(Samples.Adele, "Busy", "InAMeeting"),
            PresenceWrite.SetPreferred(Samples.Adele, "Focusing", "Focusing"),
        ], Test.Token);

        graph.Requests[0].Body.Should().BeJson($$"""
            { "sessionId": "{{Samples.ApplicationId}}", "availability": "Busy", "activity": "InAMeeting" }
            """);
        graph.Requests[1].Body.Should().BeJson("""{ "availability": "Focusing", "activity": "Focusing" }""");
    }

    [Fact]
    public async Task WriteAsync_ClearedStatusMessage_IsAnEmptyText()
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Presences.WriteAsync([PresenceWrite.ClearStatusMessage(Samples.Adele)], Test.Token);

        graph.Request.Body.Should().BeJson(
            """{ "statusMessage": { "message": { "content": "", "contentType": "text" } } }""");
    }

    [Fact]
    public async Task WriteAsync_FailuresBetweenSuccesses_AreEachTheirOwn()
    {
        using var graph = new FakeGraph(
            Answers.Empty(),
            Answers.Error(HttpStatusCode.BadRequest),
            Answers.Error(HttpStatusCode.Unauthorized),
            Answers.Error(HttpStatusCode.Forbidden),
            Answers.Error(HttpStatusCode.NotFound),
            Answers.Empty(HttpStatusCode.NoContent));
        PresenceWrite[] writes = [.. Samples.Ids(6).Select(PresenceWrite.ClearPreferred)];

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(writes, OneByOne, Test.Token);

        result.Select(o => o.Write).Should().Equal(writes);
        result.Select(o => o.Exception?.GetType()).Should().Equal(null, typeof(PresenceException),
            typeof(PresenceAuthenticationException), typeof(PresenceAccessDeniedException),
            typeof(PresenceNotFoundException), null);
        result.Select(o => o.Succeeded).Should().Equal(true, false, false, false, false, true);
        result.Failures.Should().Equal(result.Skip(1).Take(4));
        result.AllSucceeded.Should().BeFalse();
        result[3].Exception!.Operation.Should().Be("users.presence.clearUserPreferredPresence");
    }

    [Fact]
    public async Task WriteAsync_WriteBeforeFailed_DoesNotKeepTheUsersNextBack()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.BadRequest), Answers.Empty());

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(
            [PresenceWrite.ClearPreferred(Samples.Adele), PresenceWrite.ClearStatusMessage(Samples.Adele)], Test.Token);

        result.Select(o => o.Succeeded).Should().Equal(false, true);
    }

    [Fact]
    public async Task WriteAsync_SessionThatIsNotThere_IsASuccess()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.NotFound));

        PresenceWriteResult result =
            await graph.Client.Presences.WriteAsync([PresenceWrite.ClearSession(Samples.Adele)], Test.Token);

        result.Should().ContainSingle().Which.Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task WriteAsync_SignInFails_IsTheOutcomeOfEach()
    {
        using var graph = new FakeGraph();
        graph.Credential.Before = _ => throw new InvalidOperationException("No secret.");

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync(
            Samples.Ids(10).Select(PresenceWrite.ClearPreferred), OneByOne, Test.Token);

        result.Failures.Should().HaveCount(10)
            .And.OnlyContain(f => f.Exception is PresenceAuthenticationException);
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task WriteAsync_NoWrites_SendsNothing()
    {
        using var graph = new FakeGraph();

        PresenceWriteResult result = await graph.Client.Presences.WriteAsync([], Test.Token);

        result.Should().BeEmpty();
        result.AllSucceeded.Should().BeTrue();
        graph.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void WriteAsync_NullAmongThem_IsNamedByItsIndexBeforeAnythingIsSent(int index)
    {
        using var graph = new FakeGraph();
        PresenceWrite?[] writes =
            [.. Enumerable.Repeat(PresenceWrite.ClearPreferred(Samples.Adele), index), null, null];

        graph.Client.Presences.Invoking(p => { _ = p.WriteAsync(writes!, Test.Token); })
            .Should().ThrowExactly<ArgumentException>().WithParameterName(nameof(writes))
            .WithMessage($"*index {index} is null*");
        graph.Client.Presences.Invoking(p => { _ = p.WriteAsync(null!, Test.Token); })
            .Should().ThrowExactly<ArgumentNullException>().WithParameterName(nameof(writes));
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public void WriteAsync_StatusMessageThatExpiredMeanwhile_IsNamedByItsIndexBeforeAnythingIsSent()
    {
        using var graph = new FakeGraph();
        PresenceWrite[] writes =
        [
            PresenceWrite.ClearPreferred(Samples.Adele),
            PresenceWrite.SetStatusMessage(Samples.Adele, "Back soon", FakeGraph.Start.AddMinutes(1)),
        ];
        graph.Time.Advance(TimeSpan.FromMinutes(2));

        graph.Client.Presences.Invoking(p => { _ = p.WriteAsync(writes, Test.Token); })
            .Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName(nameof(writes))
            .WithMessage("The write at index 1 is not valid. *");
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task WriteAsync_SessionWithoutApplicationId_NamesTheOptionBeforeAnythingIsSent()
    {
        using var graph = new FakeGraph(Answers.Empty());
        graph.Options.ApplicationId = null;
        var other = PresenceWrite.ClearPreferred(Samples.Adele);

        foreach (string operation in (string[])["users.presence.setPresence", "users.presence.clearPresence"])
        {
            (await graph.Client.Presences.Awaiting(p => p.WriteAsync([other, Facade[operation]], Test.Token))
                .Should().ThrowExactlyAsync<InvalidOperationException>())
                .WithMessage("*PresenceClientOptions.ApplicationId*");
        }

        graph.Requests.Should().BeEmpty();
        (await graph.Client.Presences.WriteAsync([other], Test.Token)).AllSucceeded.Should().BeTrue();
    }
}
