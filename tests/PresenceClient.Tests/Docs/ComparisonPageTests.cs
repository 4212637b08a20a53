using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>Each row of the comparison with other libraries names a test or a source.</summary>
public partial class ComparisonPageTests
{
    private const int Columns = 6;

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "comparison.md"));

    private static readonly string[][] Rows =
    [
        .. Page.Split("## Features")[1].Split("## Costs")[0].Split('\n')
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split(" | ", StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Row_EachFeature_FillsEveryColumn() =>
        Rows.Should().HaveCountGreaterThan(20)
            .And.OnlyContain(row => row.Length == Columns && row.All(cell => cell.Length > 0));

    [Fact]
    public void Row_EachFeature_NamesATestOrASource() =>
        Rows.Where(row => !TestNames.In(row[^1]).Any() && !Link().IsMatch(row[^1])).Select(row => row[0])
            .Should().BeEmpty();

    [Fact]
    public void Tests_OfThePage_Exist() => TestNames.In(Page).Should().BeSubsetOf(TestNames.Below("tests"));

    [Fact]
    public void Sources_OfThePage_AreDefined() =>
        Reference().Matches(Page).Select(match => match.Groups[1].Value).Should()
            .OnlyContain(name => Page.Contains($"\n[{name}]: https://", StringComparison.Ordinal));

    // [text](address), [text][name] or [name].
    [GeneratedRegex(@"\[[^\]]+\]")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\[([^\]]+)\]")]
    private static partial Regex Reference();
}
