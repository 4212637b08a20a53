using PresenceClient.Benchmarks.Measuring;
using PresenceClient.Benchmarks.Recording;
using PresenceClient.Benchmarks.Start;

namespace PresenceClient.Benchmarks.Tests;

/// <summary>README's figures are those of the results file, which the benchmarks write.</summary>
public class CostTableTests
{
    private static readonly string Recorded = File.ReadAllText(Recorder.ResultsFile);

    [Fact]
    public void Readme_HasTheFiguresOfTheResultsFile()
    {
        string page = File.ReadAllText(Recorder.Page);

        CostTable.Replace(page, new Results(Recorded)).Should().Be(page);
    }

    [Fact]
    public void PageOfTheBenchmarks_HasTheResultsFile()
    {
        string page = File.ReadAllText(Recorder.AllResultsPage);

        Recorder.ReplaceResults(page, Recorded).Should().Be(page).And.Contain("--watch 1000000");
    }

    [Fact]
    public void Readme_OfOtherResults_HasOtherFigures()
    {
        string page = File.ReadAllText(Recorder.Page);
        string cost = new Results(Recorded).Cost("published size / MicrosoftGraph");

        CostTable.Replace(page, new Results(Recorded.Replace($" {cost} ", " 1/7 ", StringComparison.Ordinal)))
            .Should().Contain("| 1/7 |");
    }

    [Fact]
    public void Results_HaveARowForEachBudget() =>
        BudgetTable.Rows.Select(row => row.Work).Concat(StartBudget.All.Select(budget => budget.Work)).Should()
            .OnlyContain(work => new Results(Recorded).Cost(work).Length > 0);

    [Fact]
    public void Replace_PageWithoutAPlaceForTheTable_SaysSo() =>
        FluentActions.Invoking(() => CostTable.Replace("# Page", new Results(Recorded)))
            .Should().Throw<ArgumentException>().WithMessage("The page has no place for the table*");

    [Fact]
    public void Results_WithoutARow_NameTheRowAndTheCure() =>
        FluentActions.Invoking(() => new Results("").Cost("whole bulk call"))
            .Should().Throw<ArgumentException>().WithMessage("*'whole bulk call'*--record*");
}
