using PresenceService.Load;

namespace PresenceService.Tests.Load;

public sealed class LoadOptionsTests
{
    [Fact]
    public void TryRead_BothNumbers_AreTaken()
    {
        LoadOptions.TryRead(["--load", "30", "--callers", "5"], out LoadOptions options, out _).Should().BeTrue();

        options.Should().BeEquivalentTo(new { Requests = 30, Callers = 5, Seed = 42 });
    }

    [Theory]
    [InlineData("--load", "--load")]
    [InlineData("--load", "--load", "0")]
    [InlineData("--load", "--load", "many")]
    [InlineData("--load", "--load", "1000001")]
    [InlineData("--callers", "--load", "30", "--callers", "-1")]
    [InlineData("--callers", "--load", "30", "--callers")]
    public void TryRead_NoNumber_IsRefusedByName(string named, params string[] args)
    {
        LoadOptions.TryRead(args, out _, out string fault).Should().BeFalse();

        fault.Should().StartWith(named);
    }
}
