using PresenceClient.Tests.Support;
using static FluentAssertions.FluentActions;

namespace PresenceClient.Tests.Presences;

public sealed class PresenceWriteResultTests
{
    [Fact]
    public void Result_MadeByATest_KnowsItsFailures()
    {
        var good = new PresenceWriteOutcome(PresenceWrite.ClearSession(Samples.Adele));
        var bad = new PresenceWriteOutcome(PresenceWrite.ClearSession(Samples.Alex), new PresenceException("No."));

        var result = new PresenceWriteResult([good, bad]);

        result.Count.Should().Be(2);
        result[0].Should().BeSameAs(good);
        result.Should().Equal(good, bad);
        result.Failures.Should().Equal(bad);
        result.AllSucceeded.Should().BeFalse();
        new PresenceWriteResult([good]).AllSucceeded.Should().BeTrue();
    }

    [Fact]
    public void Result_NullOrWithNothingInAPlace_IsRefused()
    {
        Invoking(() => new PresenceWriteResult([null!])).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("outcomes");
        Invoking(() => new PresenceWriteResult(null!)).Should().ThrowExactly<ArgumentNullException>()
            .WithParameterName("outcomes");
        Invoking(() => new PresenceWriteCanceledException(null!, Test.Token)).Should()
            .ThrowExactly<ArgumentNullException>().WithParameterName("result");
    }
}
