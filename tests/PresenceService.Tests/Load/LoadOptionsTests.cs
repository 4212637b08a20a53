using PresenceService.Load;

namespace PresenceService.Tests.Load;

public sealed class LoadOptionsTests
{
    [Fact]
    public void TryRead_BothNumbers_AreTaken()
    {
        LoadOptions.TryRead(["--requests", "30", "--callers", "5"], out LoadOptions options, out _).Should().BeTrue();

        options.Should().BeEquivalentTo(new { Requests = 30, Callers = 5, Seed = 42, Streams = 0 });
    }

    [Fact]
    public void TryRead_Streams_AreTaken()
    {
        LoadOptions.TryRead(["--streams", "200"], out LoadOptions options, out _).Should().BeTrue();

        options.Should().BeEquivalentTo(new { Requests = 10_000, Callers = 200, Streams = 200 });
    }

    [Fact]
    public void TryRead_Nothing_HasDefaults()
    {
        LoadOptions.TryRead([], out LoadOptions options, out _).Should().BeTrue();

        options.Should().BeEquivalentTo(new { Requests = 10_000, Callers = 200 });
    }

    [Theory]
    [InlineData("--requests", "--requests")]
    [InlineData("--requests", "--requests", "0")]
    [InlineData("--requests", "--requests", "many")]
    [InlineData("--requests", "--requests", "1000001")]
    [InlineData("--callers", "--requests", "30", "--callers", "-1")]
    [InlineData("--callers", "--requests", "30", "--callers")]
    [InlineData("--streams", "--streams", "2001")]
    [InlineData("'--load'", "--load", "30")]
    [InlineData("'30'", "30")]
    public void TryRead_InvalidNumber_IsRefusedByName(string named, params string[] args)
    {
        LoadOptions.TryRead(args, out _, out string fault).Should().BeFalse();

        fault.Should().StartWith(named);
    }
}
