using PresenceClient.Benchmarks.Measuring;

namespace PresenceClient.Benchmarks.Tests;

/// <summary>The table of budgets as the command prints it, on invented costs.</summary>
public class BudgetTableTests
{
    [Fact]
    public async Task Run_AllKept_PrintsALineForEachRowAndEndsWith0()
    {
        (int code, string[] lines) = await RunAsync(BudgetTable.Rows.Select(row => WithCost(row, row.Limit)));

        code.Should().Be(0);
        lines.Should().HaveSameCount(BudgetTable.Rows).And.OnlyHaveUniqueItems();
        lines.Should().OnlyContain(line => line.EndsWith("  ok", StringComparison.Ordinal) && line.Length <= 120);
        lines.Select(line => line.IndexOf("  budget ", StringComparison.Ordinal)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Run_EachRowMissedInTurn_SaysMissedThereAloneAndEndsWith1()
    {
        foreach (Budget missed in BudgetTable.Rows)
        {
            (int code, string[] lines) = await RunAsync(
                BudgetTable.Rows.Select(row => WithCost(row, row == missed ? row.Limit * 1.11 : row.Limit)));

            code.Should().Be(1);
            lines.Should().ContainSingle(line => line.EndsWith("  MISSED", StringComparison.Ordinal))
                .Which.Should().StartWith(missed.Work);
        }
    }

    [Theory]
    [InlineData("bulk answer to models, plain: ", "time / MicrosoftGraph", "bytes / MicrosoftGraph",
        "time / MicrosoftGraph5", "bytes / MicrosoftGraph5",
        "time / SystemTextJson", "bytes / SystemTextJson", "time / Tokens")]
    [InlineData("bulk answer to models, rich: ", "time / MicrosoftGraph", "bytes / MicrosoftGraph",
        "time / MicrosoftGraph5", "bytes / MicrosoftGraph5",
        "time / SystemTextJson", "bytes / SystemTextJson", "time / Tokens")]
    [InlineData("whole bulk call, plain: ", "time / SystemTextJson", "bytes / SystemTextJson",
        "time / MicrosoftGraph", "bytes / MicrosoftGraph", "time / MicrosoftGraph5", "bytes / MicrosoftGraph5")]
    [InlineData("10,000 reads through the loader: ", "requests", "CPU / MicrosoftGraph", "bytes / MicrosoftGraph",
        "CPU / MicrosoftGraph5", "bytes / MicrosoftGraph5")]
    [InlineData("single read, whole call: ", "time / MicrosoftGraph", "bytes / MicrosoftGraph", "bytes",
        "time / MicrosoftGraph5", "bytes / MicrosoftGraph5",
        "time / SystemTextJson", "bytes / SystemTextJson")]
    [InlineData("request body of 650 ids: ", "time / KiotaModels")]
    [InlineData("unchanged page of a watch: ", "time / Tokens", "bytes")]
    [InlineData("page of a watch with 1 % changed: ", "time / Tokens")]
    [InlineData("watch of 1,000,000 users: ", "memory of a user", "memory of a user / of 100,000")]
    [InlineData("emulator: ", "warm start of 100 users", "memory of 200,000 users, each read once",
        "CPU of a bulk read of 650")]
    [InlineData("published size ", "/ MicrosoftGraph", "/ MicrosoftGraph5")]
    public void Rows_OfEachWorkOfTheDesign_MeasureWhatItNames(string work, params string[] costs) =>
        BudgetTable.Rows.Where(row => row.Work.StartsWith(work, StringComparison.Ordinal))
            .Select(row => row.Work[work.Length..]).Should().BeEquivalentTo(costs);

    [Fact]
    public void Rows_OfTime_HaveTheBandForNoiseAndNoOthers()
    {
        BudgetTable.Rows.Where(row => row.Noise > 0).Should().OnlyContain(row =>
            row.Work.Contains(": time / ", StringComparison.Ordinal)
                || row.Work.Contains(": CPU / ", StringComparison.Ordinal));
        BudgetTable.Rows.Select(row => row.Noise).Distinct().Should().BeEquivalentTo([0, 0.1]);
    }

    private static Budget WithCost(Budget row, double cost) =>
        row with { MeasureAsync = _ => Task.FromResult(cost) };

    private static async Task<(int Code, string[] Lines)> RunAsync(IEnumerable<Budget> budgets)
    {
        using var output = new StringWriter();
        int code = await Budgets.RunAsync(output, budgets, TestContext.Current.CancellationToken);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
