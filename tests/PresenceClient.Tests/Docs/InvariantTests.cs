using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The pages of invariants name the tests that pin each rule.</summary>
public partial class InvariantTests
{
    public static TheoryData<string> Pages =>
        [.. Markdown.Pages.Where(static page => Regex.IsMatch(page, "^src/.+/readme.md$"))];

    public static TheoryData<string> PagesWithTests =>
        [.. Pages.Where(static page => TestNames.In(Read(page)).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tests_OfAPage_Exist(string page) =>
        TestNames.In(Read(page)).Should().BeSubsetOf(TestNames.Below($"tests/{page.Split('/')[1]}.Tests"));

    [Theory]
    [MemberData(nameof(PagesWithTests))]
    public void Rule_OfAPage_NamesATest(string page) =>
        Rule().Matches(Read(page)).Select(static rule => rule.Value).Should().NotBeEmpty()
            .And.OnlyContain(static rule => TestNames.In(rule).Any());

    private static string Read(string page) => File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n");

    // A list item with the lines that continue it.
    [GeneratedRegex(@"^- .*(\n  .*)*", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
