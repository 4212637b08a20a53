using System.Collections;
using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Presences;

public sealed class PresenceReadResultTests
{
    private readonly PresenceReadResult _result = new(
        [new UserPresence { Id = Samples.Adele }],
        missing: [Samples.Alex],
        failures:
        [
            new PresenceReadFailure([Samples.Megan], new PresenceThrottledException("Slow.")),
            new PresenceReadFailure([Samples.Team], new PresenceTimeoutException("Slower.")),
        ]);

    [Fact]
    public void Indexer_IgnoresCase()
    {
        _result[Samples.Adele.ToUpperInvariant()].Id.Should().Be(Samples.Adele);
        _result.TryGetValue(Samples.Adele, out UserPresence? presence).Should().BeTrue();
        presence!.Id.Should().Be(Samples.Adele);
    }

    [Fact]
    public async Task IndexerOfARead_IgnoresCaseAndIsBuiltOnce()
    {
        using var graph = new FakeGraph(Answers.Presences);
        PresenceReadResult read = await graph.Presences.GetAsync(Samples.Ids(100), Test.Token);
        string id = Samples.Adele.ToUpperInvariant();
        string known = Samples.Ids(11)[10].ToUpperInvariant();
        read[known].Id.Should().Be(Samples.Ids(11)[10]).And.NotBe(known);

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isThere = read.TryGetValue(known, out _) && !read.TryGetValue(id, out _);

        GC.GetAllocatedBytesForCurrentThread().Should().Be(before);
        isThere.Should().BeTrue();
    }

    [Theory]
    [InlineData(Samples.Alex, "Missing")]
    [InlineData(Samples.Megan, "Failures")]
    [InlineData(Samples.Team, "Failures")]
    [InlineData(Samples.RequestId, "not requested")]
    public void Indexer_NoPresence_SaysWhyButNotWhose(string id, string why)
    {
        _result.TryGetValue(id, out UserPresence? presence).Should().BeFalse();
        presence.Should().BeNull();
        _result.Invoking(r => r[id.ToUpperInvariant()]).Should().ThrowExactly<KeyNotFoundException>()
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
    public void Result_Always_HasTheMissingAndTheFailures()
    {
        var empty = new PresenceReadResult([]);

        _result.Missing.Should().Equal(Samples.Alex);
        _result.Failures.Select(failure => failure.Ids[0]).Should().Equal(Samples.Megan, Samples.Team);
        empty.Missing.Should().BeEmpty();
        empty.Failures.Should().BeEmpty();
    }

    [Fact]
    public void Presences_NullOrWithANull_AreRefused()
    {
        Invoking(() => new PresenceReadResult(null!)).Should().ThrowExactly<ArgumentNullException>()
            .WithParameterName("presences");
        Invoking(() => new PresenceReadResult([null!])).Should().ThrowExactly<ArgumentNullException>()
            .WithParameterName("presences");
    }

    [Fact]
    public void Exception_OfAResult_HasTheReasonAndTheLongestWait()
    {
        var longer = new PresenceReadFailure([Samples.Alex], Throttled(7));
        var shorter = new PresenceReadFailure([Samples.Megan], Throttled(5));
        var result = new PresenceReadResult([], failures: [longer, shorter]);

        new PresenceIncompleteException("Some.", result, Throttled(3)).RetryAfter.Should()
            .Be(TimeSpan.FromSeconds(7));
        new PresenceIncompleteException("Some.", result, Throttled(9)).RetryAfter.Should()
            .Be(TimeSpan.FromSeconds(9));
        new PresenceIncompleteException("Some.", _result, innerException: null).RetryAfter.Should().BeNull();
        Invoking(() => new PresenceIncompleteException("Some.", null!, Throttled(3))).Should()
            .ThrowExactly<ArgumentNullException>().WithParameterName("result");

        static PresenceThrottledException Throttled(int seconds) =>
            new("Slow.") { RetryAfter = TimeSpan.FromSeconds(seconds) };
    }
}
