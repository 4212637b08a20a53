using System.Collections;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Presences;

public sealed class PresenceReadResultTests
{
    private static readonly PresenceReadResult Result = new(
        [new UserPresence { Id = Samples.Adele }],
        missing: [Samples.Alex],
        failures: [new PresenceReadFailure([Samples.Megan], new PresenceThrottledException("Slow."))]);

    [Fact]
    public void Indexer_IgnoresCase()
    {
        Result[Samples.Adele.ToUpperInvariant()].Id.Should().Be(Samples.Adele);
        Result.TryGetValue(Samples.Adele, out UserPresence? presence).Should().BeTrue();
        presence!.Id.Should().Be(Samples.Adele);
    }

    [Theory]
    [InlineData(Samples.Alex, "Missing")]
    [InlineData(Samples.Megan, "Failures")]
    [InlineData(Samples.RequestId, "not requested")]
    public void Indexer_NoPresence_SaysWhyButNotWhose(string id, string why)
    {
        Result.TryGetValue(id, out UserPresence? presence).Should().BeFalse();
        presence.Should().BeNull();
        Result.Invoking(r => r[id.ToUpperInvariant()]).Should().ThrowExactly<KeyNotFoundException>()
            .Which.Message.Should().Contain(why).And.NotContainEquivalentOf(id);
    }

    [Fact]
    public void Enumeration_IsInTheOrderGiven()
    {
        var result = new PresenceReadResult(Samples.Ids(3).Reverse().Select(id => new UserPresence { Id = id }));

        result.Select(presence => presence.Id).Should().Equal(Samples.Ids(3).Reverse());
        ((IEnumerable)result).Cast<UserPresence>().Should().HaveCount(result.Count);
    }

    [Fact]
    public void SameIdTwice_IsRefused() =>
        Invoking(() => new PresenceReadResult(
            [new UserPresence { Id = Samples.Adele }, new UserPresence { Id = Samples.Adele.ToUpperInvariant() }]))
            .Should().ThrowExactly<ArgumentException>().WithParameterName("presences");

    [Fact]
    public void NoPresences_Null_IsRefused() => Invoking(() => new PresenceReadResult(null!)).Should()
        .ThrowExactly<ArgumentNullException>();
}
