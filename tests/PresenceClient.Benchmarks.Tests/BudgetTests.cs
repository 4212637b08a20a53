using PresenceClient.Benchmarks.Measuring;

namespace PresenceClient.Benchmarks.Tests;

public sealed class BudgetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EmulatorBudgets_AreMeasuredAndPrinted_WhateverTheMachine()
    {
        (int code, string[] lines) = await RunAsync([.. EmulatorBudgets.Create(1_000)]);

        lines.Should().HaveCount(3).And.OnlyContain(line => line.EndsWith("ok") || line.EndsWith("MISSED"));
        lines[1].Should().StartWith("emulator: memory of 1,000 users");
        code.Should().Be(lines.Any(line => line.EndsWith("MISSED", StringComparison.Ordinal)) ? 1 : 0);
    }

    [Theory]
    [InlineData(1.99, "1.99 ms  budget        2 ms       ok")]
    [InlineData(2, "2 ms  budget        2 ms       ok")]
    [InlineData(2.01, "2.01 ms  budget        2 ms       MISSED")]
    public void Describe_Cost_SaysWhetherTheBudgetIsKept(double cost, string end)
    {
        Budget budget = Make("a read", 2, "ms", cost);

        budget.Describe(cost).Should().StartWith("a read ").And.EndWith(end);
        budget.IsKeptBy(cost).Should().Be(cost <= 2);
    }

    [Theory]
    [InlineData(0.019, 0.02, "1/52.6  budget        1/50       ok")]
    [InlineData(0.521, 0.52, "0.52  budget        0.52       MISSED")]
    public void Describe_Ratio_IsAFractionWhereItIsSmall(double ratio, double limit, string end) =>
        Make("a read", limit, "", ratio).Describe(ratio).Should().EndWith(end);

    [Theory]
    [InlineData(2.19, "2 ms +10%  ok")]
    [InlineData(2.21, "2 ms +10%  MISSED")]
    public void Describe_CostWithinTheNoise_IsKeptAndTheBandIsShown(double cost, string end) =>
        (Make("a read", 2, "ms", cost) with { Noise = 0.1 }).Describe(cost).Should().EndWith(end);

    [Fact]
    public async Task Run_OneOfManyMissed_PrintsAllAndEndsWith1()
    {
        (int code, string[] lines) = await RunAsync(
            Make("a", 2, "ms", 1), Make("b", 2, "ms", 3), Make("c", 2, "ms", 1));

        code.Should().Be(1);
        lines.Select(line => line.Split(' ')[^1]).Should().Equal("ok", "MISSED", "ok");
        lines.Select(line => line.IndexOf("budget", StringComparison.Ordinal)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Run_AllKept_EndsWith0() => (await RunAsync(Make("a", 2, "ms", 1))).Code.Should().Be(0);

    private static Budget Make(string work, double limit, string unit, double cost) =>
        new(work, limit, unit, _ => Task.FromResult(cost));

    private static async Task<(int Code, string[] Lines)> RunAsync(params Budget[] budgets)
    {
        using var output = new StringWriter();
        int code = await Budgets.RunAsync(output, budgets, Cancel);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
