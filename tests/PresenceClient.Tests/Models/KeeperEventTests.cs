using PresenceClient.Tests.Support;

namespace PresenceClient.Tests.Models;

public sealed class KeeperEventTests
{
    [Fact]
    public void Event_AsText_HasTheKindAndTheTimeAndNoUser() =>
        new PresenceKeeperEvent(Samples.Adele, PresenceKeeperEventKind.Refused, FakeGraph.Start)
        {
            Failure = new InvalidOperationException(Samples.Adele),
        }.ToString().Should().Be("PresenceKeeperEvent { Kind = Refused, At = 2026-09-07T09:00:00.0000000+00:00 }");
}
