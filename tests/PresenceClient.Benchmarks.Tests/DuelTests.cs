using PresenceClient.Benchmarks.Measuring;

namespace PresenceClient.Benchmarks.Tests;

/// <summary>The exact parts of the measuring, without times. Not parallel, since a process has one count.</summary>
[Collection(nameof(DuelTests))]
[CollectionDefinition(nameof(DuelTests), DisableParallelization = true)]
public class DuelTests
{
    [Fact]
    public async Task BytesAsync_AThirdOfThePeers_IsAThird()
    {
        double ratio = await Duel.BytesAsync(
            () => Allocate(1_000), () => Allocate(3_000), TestContext.Current.CancellationToken);

        ratio.Should().BeApproximately(1 / 3.0, 0.01);
    }

    [Fact]
    public void Row_PeerWithoutABenchmark_IsRefused()
    {
        var contest = new Contest<RequestBodyBenchmarks>("a body", new(), _ => { });

        Action row = () => contest.Time("Nobody", 1);

        row.Should().Throw<ArgumentException>().WithMessage("RequestBodyBenchmarks has no benchmark Nobody.*");
    }

    private static ValueTask Allocate(int bytes)
    {
        GC.KeepAlive(new byte[bytes]);
        return ValueTask.CompletedTask;
    }
}
