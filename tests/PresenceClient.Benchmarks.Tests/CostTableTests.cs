using System.Text.RegularExpressions;
using PresenceClient.Benchmarks.Measuring;
using PresenceClient.Benchmarks.Recording;
using PresenceClient.Benchmarks.Start;

namespace PresenceClient.Benchmarks.Tests;

/// <summary>The figures of the pages are those of the results file, which the benchmarks write.</summary>
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
    public void ComparisonPage_HasTheFiguresOfTheResultsFile()
    {
        string page = File.ReadAllText(Recorder.ComparisonPage);

        ComparisonTable.Replace(page, new Results(Recorded)).Should().Be(page);
    }

    [Fact]
    public void ComparisonPage_LossAndMissingRow_AreShownAsSuch()
    {
        string page = File.ReadAllText(Recorder.ComparisonPage);
        string results = Replace("single read, whole call: time / MicrosoftGraph", "1/3.9");
        results = Replace("single read, whole call: time / MicrosoftGraph5", "n/a", results);
        results = Replace("single read, whole call: time / SystemTextJson", "2.06", results);

        ComparisonTable.Replace(page, new Results(results)).Should()
            .Contain("| one single read, whole call: time | 1/3.9 | not measured | **2.06** |");
    }

    /// <summary>The page has every cost that is measured against these peers, so that no loss is left out.</summary>
    [Fact]
    public void ComparisonPage_HasEveryCostAgainstTheLibraries()
    {
        string[] works = [.. BudgetTable.Rows.Select(row => row.Work)
            .Concat(StartBudget.All.Select(budget => budget.Work))
            .Where(work => work.Contains(" / MicrosoftGraph", StringComparison.Ordinal)
                || work.EndsWith(" / SystemTextJson", StringComparison.Ordinal))];
        string results = works.Select((work, index) => (work, index)).Aggregate(
            Recorded, (text, row) => Replace(row.work, $"{row.index + 10}.5", text));

        string page = ComparisonTable.Replace(File.ReadAllText(Recorder.ComparisonPage), new Results(results));

        works.Should().NotBeEmpty();
        works.Where((_, index) => !page.Contains($"**{index + 10}.5**", StringComparison.Ordinal)).Should().BeEmpty();
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
            .Should().Throw<ArgumentException>().WithMessage("The page has no place for the results*");

    [Fact]
    public void Results_WithoutARow_NameTheRowAndTheCure() =>
        FluentActions.Invoking(() => new Results("").Cost("whole bulk call"))
            .Should().Throw<ArgumentException>().WithMessage("*'whole bulk call'*--record*");

    private static string Replace(string work, string cost, string? results = null) => Regex.Replace(
        results ?? Recorded, $@"(?<=^{Regex.Escape(work)} {{2,}})\S+( \S+)?(?= +budget)", cost, RegexOptions.Multiline);
}
