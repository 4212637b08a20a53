using System.Net;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Diagnostics;

[Collection(nameof(Listening))]
public sealed class LogTests
{
    [Fact]
    public async Task Success_LogsNothing()
    {
        using var listener = new Listener();
        using FakeGraph graph = Graph(listener, Answers.Json(Samples.Presence()));

        await graph.SendAsync(OperationCalls.Any);

        listener.Logs.Should().BeEmpty();
    }

    [Fact]
    public async Task Throttled_IsHeldBackAndRetried()
    {
        using var listener = new Listener();
        using FakeGraph graph = Graph(listener,
            Answers.Error(HttpStatusCode.TooManyRequests).With("Retry-After", "7"), Answers.Json(Samples.Presence()));
        graph.Retry();

        await graph.SendAsync(OperationCalls.Any);

        listener.Logs.Select(l => (l.Event.Id, l.Level, l.Text)).Should().Equal(
            (2, LogLevel.Warning, "users.presence.get: the service throttles (429). The client pauses its requests for "
                + "7 s."),
            (1, LogLevel.Information, "users.presence.get: attempt 1 failed (429). The next attempt starts in 7 s."));
    }

    [Fact]
    public async Task Throttled_WithoutATime_IsHeldBackOnce()
    {
        using var listener = new Listener();
        using FakeGraph graph = Graph(listener,
            Answers.Error(HttpStatusCode.TooManyRequests), Answers.Json(Samples.Presence()));
        graph.Retry();

        await graph.SendAsync(OperationCalls.Any);

        listener.Logs.Select(l => l.Event.Id).Should().Equal(2, 1);
    }

    [Fact]
    public async Task FailingAgainAndAgain_IsLoggedAsFinal()
    {
        using var listener = new Listener();
        using FakeGraph graph = Graph(listener,
            Answers.Error(HttpStatusCode.BadGateway), Answers.Error(HttpStatusCode.BadGateway));
        graph.Retry();
        graph.Options.MaxRetries = 1;

        await graph.FailAsync();

        listener.Logs.Select(l => l.Event.Id).Should().Equal(1, 3);
        listener.Logs.Last().Should().BeEquivalentTo(new
        {
            Level = LogLevel.Warning,
            Text = "users.presence.get: failed after 2 attempts (502).",
        });
    }

    [Fact]
    public async Task SignInThatFails_IsAnErrorOfItsKind()
    {
        using var listener = new Listener();
        using FakeGraph graph = Graph(listener);
        graph.Credential.Before = _ => throw new CredentialUnavailableException("No such secret: token-1");

        await graph.FailAsync();

        listener.Logs.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Event = new { Id = 4, Name = "SignInFailed" },
            Level = LogLevel.Error,
            Text = "users.presence.get: sign-in failed (Azure.Identity.CredentialUnavailableException).",
        });
    }

    [Fact]
    public async Task ManyUsers_NotAllOfWhomCouldBeRead_AreIncomplete()
    {
        using var listener = new Listener();
        using var service = new FakeGraph(static request => request.Ids.Length < 650
            ? Answers.Error(HttpStatusCode.ServiceUnavailable)
            : Answers.Presences(request));
        service.Options.LoggerFactory = listener;

        await Awaiting(() => service.Presences.GetAsync(Samples.Ids(653), Test.Token)).Should()
            .ThrowAsync<PresenceIncompleteException>();

        listener.Logs.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Event = new { Id = 5 },
            Text = "A bulk read is incomplete: 3 of 653 users could not be read (503).",
        });
    }

    [Fact]
    public async Task ManyUsers_ReadWithoutProgress_LogNothing()
    {
        using var listener = new Listener();
        using var service = new FakeGraph(Answers.Presences);
        service.Options.LoggerFactory = listener;

        await service.Presences.GetAsync(Samples.Ids(653), Test.Token);

        listener.Logs.Should().BeEmpty();
    }

    [Fact]
    public async Task ProgressThatThrows_IsAWarning()
    {
        using var listener = new Listener();
        using FakeGraph graph = Graph(listener, Answers.Json(Samples.Page(Samples.Presence())));
        var progress = new Reports<PresenceReadProgress> { Failure = new InvalidOperationException("It is broken.") };

        await graph.Presences.GetAsync([Samples.Adele], new PresenceReadOptions { Progress = progress }, Test.Token);

        listener.Logs.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Event = new { Id = 6 },
            Level = LogLevel.Warning,
            Text = "The IProgress handler threw System.InvalidOperationException. The call continues.",
        });
    }

    private static FakeGraph Graph(ILoggerFactory log, params Answer[] answers)
    {
        var graph = new FakeGraph(answers);
        graph.Options.LoggerFactory = log;
        return graph;
    }
}
