using PresenceClient.Emulator.Tool;

namespace PresenceClient.Emulator.Tests.Tool;

public sealed class BudgetTests
{
    [Fact]
    public async Task Budgets_AreMeasuredAndPrinted_WhateverTheMachine()
    {
        using var output = new StringWriter();

        int code = await Budgets.RunAsync(output, 1_000, TestContext.Current.CancellationToken);

        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(3).And.OnlyContain(line => line.EndsWith("ok") || line.EndsWith("MISSED"));
        lines[1].Should().StartWith("memory of 1,000 users");
        code.Should().Be(lines.Any(line => line.EndsWith("MISSED", StringComparison.Ordinal)) ? 1 : 0);
    }

    [Theory]
    [InlineData(1.99, "1.99 ms, budget   2 ms: ok")]
    [InlineData(2, "2.00 ms, budget   2 ms: ok")]
    [InlineData(2.01, "2.01 ms, budget   2 ms: MISSED")]
    public void Budget_SaysWhetherItIsKept(double cost, string end)
    {
        var budget = new Budget("a read", cost, 2, "ms");

        budget.ToString().Should().StartWith("a read ").And.EndWith(end);
        budget.IsKept.Should().Be(cost <= 2);
    }
}
