using System.Net;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Diagnostics;

/// <summary>Telemetry and logs contain no user, no text and no token.</summary>
[Collection(nameof(Listening))]
public sealed class PrivacyTests
{
    private const string Words = "User adele@contoso.com (" + Samples.Adele + ") said: Back at 15:00";

    private static readonly string[] Secrets =
        [Samples.Adele, "adele", "Adele", "contoso", "Back at", "token-", "Bearer", "http://", "https://", "/users/"];

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EachOperation_ThatSucceeds_NamesNoUser(string operation)
    {
        using var listener = new Listener();
        using var graph = new FakeGraph(
            Answers.Error(HttpStatusCode.TooManyRequests, message: Words), OperationCalls.Named(operation).Success);
        graph.Options.LoggerFactory = listener;
        graph.Retry();

        await graph.SendAsync(operation);

        ShouldNameNoUser(listener);
    }

    [Theory]
    [MemberData(nameof(OperationCalls.Names), MemberType = typeof(OperationCalls))]
    public async Task EachOperation_ThatFails_NamesNoUser(string operation)
    {
        using var listener = new Listener();
        foreach (Answer answer in new[]
        {
            Answers.Error(HttpStatusCode.Forbidden, Samples.Adele, Words),
            Answers.Error(HttpStatusCode.ServiceUnavailable, Samples.Adele, Words),
            Answers.Throw(new HttpRequestException(Words)),
        })
        {
            using var graph = new FakeGraph(answer, answer);
            graph.Options.LoggerFactory = listener;
            graph.Retry();
            graph.Options.MaxRetries = 1;
            await graph.FailAsync(operation);
        }

        using var unsigned = new FakeGraph();
        unsigned.Options.LoggerFactory = listener;
        unsigned.Credential.Before = _ => throw new InvalidOperationException("token-1 of " + Words);
        await Awaiting(() => unsigned.SendAsync(operation)).Should().ThrowAsync<PresenceAuthenticationException>();

        ShouldNameNoUser(listener);
    }

    private static void ShouldNameNoUser(Listener listener)
    {
        listener.Activities.Should().NotBeEmpty();
        listener.Measurements.Should().NotBeEmpty();
        listener.Logs.Should().NotBeEmpty();
        listener.Texts.Should().NotContain(text => Secrets.Any(s => text.Contains(s, StringComparison.Ordinal)));
    }
}
