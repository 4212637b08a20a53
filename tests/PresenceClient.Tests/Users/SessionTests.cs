using System.Net;
using PresenceClient.Tests.Support;
using PresenceClient.Users;

namespace PresenceClient.Tests.Users;

public sealed class SessionTests
{
    [Theory]
    [InlineData(SessionPresence.Available, "Available", "Available")]
    [InlineData(SessionPresence.InACall, "Busy", "InACall")]
    [InlineData(SessionPresence.InAConferenceCall, "Busy", "InAConferenceCall")]
    [InlineData(SessionPresence.Away, "Away", "Away")]
    [InlineData(SessionPresence.Presenting, "DoNotDisturb", "Presenting")]
    public async Task SetAsync_EachState_IsItsPairWithoutADuration(
        SessionPresence presence, string availability, string activity)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Users[Samples.Adele].Session.SetAsync(presence, null, Test.Token);

        graph.Request.Body.Should().BeJson($$"""
            { "sessionId": "{{Samples.ApplicationId}}", "availability": "{{availability}}", "activity": "{{activity}}" }
            """);
    }

    [Theory]
    [InlineData("00:05:00", "PT5M")]
    [InlineData("00:30:00", "PT30M")]
    [InlineData("00:05:30", "PT5M30S")]
    [InlineData("01:30:00", "PT1H30M")]
    [InlineData("04:00:00", "PT4H")]
    public async Task SetAsync_Duration_IsIso8601(string duration, string sent)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.Session.SetAsync(
            "Busy", "InAMeeting", Spans.Parse(duration), Test.Token);

        graph.Request.Body.Should().BeJson($$"""
            { "sessionId": "{{Samples.ApplicationId}}", "availability": "Busy", "activity": "InAMeeting",
              "expirationDuration": "{{sent}}" }
            """);
    }

    [Theory]
    [InlineData("00:04:59.9999999")]
    [InlineData("04:00:00.0000001")]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    public async Task SetAsync_DurationOutOfBounds_IsRefused(string duration)
    {
        using var graph = new FakeGraph();

        (await graph.Client.Me.Session.Awaiting(s =>
            s.SetAsync(SessionPresence.Away, Spans.Parse(duration), Test.Token))
            .Should().ThrowExactlyAsync<ArgumentOutOfRangeException>())
            .WithParameterName(nameof(duration)).WithMessage("*5 minutes to 4 hours*");
        graph.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public async Task SetAsync_CastState_IsRefused(int value)
    {
        using var graph = new FakeGraph();

        (await graph.Client.Me.Session.Awaiting(s => s.SetAsync((SessionPresence)value, null, Test.Token))
            .Should().ThrowExactlyAsync<ArgumentOutOfRangeException>())
            .WithMessage("*Available, InACall, InAConferenceCall, Away, Presenting*");
    }

    [Theory]
    [InlineData(null, "Away", "availability")]
    [InlineData("", "Away", "availability")]
    [InlineData(" ", "Away", "availability")]
    [InlineData("Away", "\t", "activity")]
    [InlineData("Away", null, "activity")]
    public async Task SetAsync_PairThatCannotBeSent_IsRefused(string? availability, string? activity, string parameter)
    {
        using var graph = new FakeGraph();

        (await graph.Client.Me.Session.Awaiting(s => s.SetAsync(availability!, activity!, null, Test.Token))
            .Should().ThrowAsync<ArgumentException>()).WithParameterName(parameter);
        (await graph.Client.Me.Preferred.Awaiting(s => s.SetAsync(availability!, activity!, null, Test.Token))
            .Should().ThrowAsync<ArgumentException>()).WithParameterName(parameter);
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public void SetAsync_NameCutWithinACharacter_IsRefused()
    {
        using var graph = new FakeGraph();

        graph.Client.Me.Session.Invoking(s => { _ = s.SetAsync("Away", "Aw\ud83day", null, Test.Token); }).Should()
            .Throw<ArgumentException>().WithParameterName("activity").WithMessage("*index 2*");
    }

    [Fact]
    public async Task SetAsync_PairThatThisVersionDoesNotKnow_IsSentAsItIs()
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.Session.SetAsync("busy", "In a Workshop 2", TimeSpan.FromMinutes(30), Test.Token);

        graph.Request.Body.Should().BeJson($$"""
            { "sessionId": "{{Samples.ApplicationId}}", "availability": "busy", "activity": "In a Workshop 2",
              "expirationDuration": "PT30M" }
            """);
    }

    [Fact]
    public async Task Session_WithoutApplicationId_NamesTheOption()
    {
        using var graph = new FakeGraph();
        graph.Options.ApplicationId = null;
        SessionClient session = graph.Client.Users[Samples.Adele].Session;

        (await session.Awaiting(s => s.SetAsync(SessionPresence.Away, null, Test.Token))
            .Should().ThrowExactlyAsync<InvalidOperationException>())
            .WithMessage("*PresenceClientOptions.ApplicationId*");
        (await session.Awaiting(s => s.ClearAsync(Test.Token))
            .Should().ThrowExactlyAsync<InvalidOperationException>())
            .WithMessage("*PresenceClientOptions.ApplicationId*");
        graph.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task OtherWrites_WithoutApplicationId_AreSent()
    {
        using var graph = new FakeGraph(Answers.Empty());
        graph.Options.ApplicationId = null;

        await graph.Client.Me.Preferred.ClearAsync(Test.Token);

        graph.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task WriteAsync_ClearOfASessionThatIsGone_Succeeds()
    {
        using var graph = new FakeGraph(Answers.Error(HttpStatusCode.NotFound));

        PresenceWriteResult result = await graph.Presences.WriteAsync(
            [PresenceWrite.ClearSession(Samples.Adele)], Test.Token);

        result.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task HoldAsync_OfTheSignedInUser_IsSetAndCleared()
    {
        using var graph = new FakeGraph(_ => Answers.Empty());
        PresenceHold first = await graph.Client.Me.Session.HoldAsync(
            SessionPresence.InACall, cancellationToken: Test.Token).BoundedAsync();
        PresenceHold second = await graph.Client.Me.Session.HoldAsync(
            SessionPresence.InACall, cancellationToken: Test.Token).BoundedAsync();

        (await first.EndAsync(Test.Token).BoundedAsync()).Should().BeFalse();
        (await second.EndAsync(Test.Token).BoundedAsync()).Should().BeTrue();

        graph.Requests.Select(request => request.Url).Should().Equal(
            $"{Samples.Root}/me/presence/setPresence", $"{Samples.Root}/me/presence/clearPresence");
    }

    [Theory]
    [InlineData("Available", true)]
    [InlineData("available", true)]
    [InlineData("AvailableIdle", false)]
    [InlineData("Away", false)]
    public void Session_ThatIsAvailable_Fades(string availability, bool fades) =>
        new SetSession(PresencePair.Of(availability, "Any"), null).Fades.Should().Be(fades);
}
