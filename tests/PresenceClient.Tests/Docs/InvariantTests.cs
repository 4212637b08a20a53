using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PresenceClient.Tests.House;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The pages of invariants name the tests that pin each rule.</summary>
public partial class InvariantTests
{
    public static TheoryData<string> Pages =>
        [.. Markdown.Pages.Where(static page => Regex.IsMatch(page, "^src/.+/readme.md$"))];

    public static TheoryData<string> PagesWithTests =>
        [.. Pages.Where(static page => NamedTests(Read(page)).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tests_OfAPage_Exist(string page) =>
        NamedTests(Read(page)).Should().BeSubsetOf(TestsOf(page.Split('/')[1]));

    [Theory]
    [MemberData(nameof(PagesWithTests))]
    public void Rule_OfAPage_NamesATest(string page) =>
        Rule().Matches(Read(page)).Select(static rule => rule.Value).Should().NotBeEmpty()
            .And.OnlyContain(static rule => NamedTests(rule).Any());

    // The tests of a project, from their code: they can be in another program than this test.
    private static HashSet<string> TestsOf(string project) =>
    [
        .. HandwrittenFiles.Below($"tests/{project}.Tests")
            .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot())
            .SelectMany(static root => root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(static method => method.AttributeLists.SelectMany(static list => list.Attributes)
                .Any(static attribute => attribute.Name.ToString() is "Fact" or "Theory"))
            .Select(static method => $"{((TypeDeclarationSyntax)method.Parent!).Identifier}.{method.Identifier}"),
    ];

    private static string Read(string page) => File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> NamedTests(string text) =>
        NamedTest().Matches(text).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex NamedTest();

    // A list item with the lines that continue it.
    [GeneratedRegex(@"^- .*(\n  .*)*", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
