using PresenceClient.Benchmarks.Measuring;
using PresenceClient.Benchmarks.Start;
using PresenceClient.TestSupport;

namespace PresenceClient.Benchmarks.Tests;

/// <summary>The budgets of the start and of the size, on invented costs.</summary>
public sealed class StartBudgetTests
{
    [Fact]
    public void Clients_AllHaveAProgram() => StartBudget.Clients.Should().OnlyContain(client =>
        Directory.Exists(Repository.PathOf("benchmarks", "PresenceClient.Start", client)));

    [Fact]
    public void Rows_AreInTheDesignsLimits()
    {
        LimitOf("first presence, JIT: time / MicrosoftGraph").Should().Be(0.8);
        LimitOf("first presence, Native AOT: time / MicrosoftGraph").Should().Be(1);
        LimitOf("Native AOT: size / MicrosoftGraph").Should().BeLessThan(1);
        LimitOf("trimmed: size / MicrosoftGraph").Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Rows_HaveTheNewestGraphFirstAndEachPeer() => StartBudget.All.Chunk(3).Should().OnlyContain(rows =>
        rows[0].Peer == "MicrosoftGraph" && rows[1].Peer == OlderGraph.Name && rows[2].Peer == "SystemTextJson");

    [Fact]
    public void Rows_FitTheTable() => StartBudget.All.Should().OnlyContain(row => row.Work.Length <= 60);

    private static double LimitOf(string work) => StartBudget.All.Single(row => row.Work == work).Limit;
}
