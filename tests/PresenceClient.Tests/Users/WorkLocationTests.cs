using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Users;

public sealed class WorkLocationTests
{
    [Theory]
    [InlineData(WorkLocationType.Office, "office")]
    [InlineData(WorkLocationType.Remote, "remote")]
    [InlineData(WorkLocationType.TimeOff, "timeOff")]
    public async Task Set_EachType_IsSentInCamelCaseWithoutAPlace(WorkLocationType type, string sent)
    {
        using var graph = new FakeGraph(Answers.Empty(), Answers.Empty());

        await graph.Client.Me.WorkLocation.SetManualAsync(type, null, Test.Token);
        await graph.Client.Me.WorkLocation.SetAutomaticAsync(type, null, Test.Token);

        graph.Requests.Should().HaveCount(2);
        foreach (SentRequest request in graph.Requests)
        {
            request.Body.Should().BeJson($$"""{ "workLocationType": "{{sent}}" }""");
        }
    }

    [Theory]
    [InlineData(WorkLocationType.Unspecified)]
    [InlineData(WorkLocationType.UnknownFutureValue)]
    [InlineData((WorkLocationType)99)]
    public async Task Set_AnotherType_IsRefusedWithTheCure(WorkLocationType type)
    {
        using var graph = new FakeGraph();
        WorkLocationClient location = graph.Client.Me.WorkLocation;

        (await location.Awaiting(l => l.SetManualAsync(type, null, Test.Token)).Should()
            .ThrowExactlyAsync<ArgumentOutOfRangeException>()).WithMessage("*Office, Remote or TimeOff*ClearAsync*");
        await location.Awaiting(l => l.SetAutomaticAsync(type, null, Test.Token)).Should()
            .ThrowExactlyAsync<ArgumentOutOfRangeException>();
        graph.Requests.Should().BeEmpty();
    }
}
