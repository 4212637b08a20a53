using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

public sealed class PreferredPresenceTests
{
    [Theory]
    [InlineData(PreferredPresence.Available, "Available", "Available")]
    [InlineData(PreferredPresence.Busy, "Busy", "Busy")]
    [InlineData(PreferredPresence.DoNotDisturb, "DoNotDisturb", "DoNotDisturb")]
    [InlineData(PreferredPresence.BeRightBack, "BeRightBack", "BeRightBack")]
    [InlineData(PreferredPresence.Away, "Away", "Away")]
    [InlineData(PreferredPresence.Offline, "Offline", "OffWork")]
    public async Task SetAsync_EachState_IsItsPairWithoutADuration(
        PreferredPresence presence, string availability, string activity)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Users[Samples.Adele].Preferred.SetAsync(presence, null, Test.Token);

        graph.Request.Body.Should().BeJson(
            $$"""{ "availability": "{{availability}}", "activity": "{{activity}}" }""");
    }

    [Theory]
    [InlineData("00:00:00.5000000", "PT0.5S")]
    [InlineData("00:05:00", "PT5M")]
    [InlineData("04:00:00", "PT4H")]
    [InlineData("1.00:00:00", "P1D")]
    [InlineData("7.00:00:00", "P7D")]
    [InlineData("400.00:00:00", "P400D")]
    public async Task SetAsync_Duration_IsIso8601(string duration, string sent)
    {
        using var graph = new FakeGraph(Answers.Empty());

        await graph.Client.Me.Preferred.SetAsync(
            "Focusing", "Focusing", Spans.Parse(duration), Test.Token);

        graph.Request.Body.Should().BeJson($$"""
            { "availability": "Focusing", "activity": "Focusing", "expirationDuration": "{{sent}}" }
            """);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:00.0000001")]
    public async Task SetAsync_DurationThatDoesNotLast_IsRefused(string duration)
    {
        using var graph = new FakeGraph();

        (await graph.Client.Me.Preferred.Awaiting(p =>
            p.SetAsync(PreferredPresence.Busy, Spans.Parse(duration), Test.Token))
            .Should().ThrowExactlyAsync<ArgumentOutOfRangeException>())
            .WithParameterName(nameof(duration)).WithMessage("*ClearAsync*");
        graph.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public async Task SetAsync_CastState_IsRefused(int value)
    {
        using var graph = new FakeGraph();

        (await graph.Client.Me.Preferred.Awaiting(p => p.SetAsync((PreferredPresence)value, null, Test.Token))
            .Should().ThrowExactlyAsync<ArgumentOutOfRangeException>())
            .WithMessage("*Available, Busy, DoNotDisturb, BeRightBack, Away, Offline*");
        graph.Requests.Should().BeEmpty();
    }
}
