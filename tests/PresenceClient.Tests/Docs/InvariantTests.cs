using System.Reflection;
using System.Text.RegularExpressions;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>The pages of invariants name the tests that pin each rule.</summary>
public partial class InvariantTests
{
    private static readonly HashSet<string> Tests =
    [
        .. typeof(InvariantTests).Assembly.GetTypes().SelectMany(static type => type
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(static method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => $"{type.Name}.{method.Name}")),
    ];

    public static TheoryData<string> Pages =>
        [.. Markdown.Pages.Where(static page => Regex.IsMatch(page, "^src/.+/readme.md$"))];

    public static TheoryData<string> PagesWithTests =>
        [.. Pages.Where(static page => NamedTests(Read(page)).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tests_OfAPage_Exist(string page) => NamedTests(Read(page)).Should().BeSubsetOf(Tests);

    [Theory]
    [MemberData(nameof(PagesWithTests))]
    public void Rule_OfAPage_NamesATest(string page) =>
        Rule().Matches(Read(page)).Select(static rule => rule.Value).Should().NotBeEmpty()
            .And.OnlyContain(static rule => NamedTests(rule).Any());

    private static string Read(string page) => File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> NamedTests(string text) =>
        NamedTest().Matches(text).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex NamedTest();

    // A list item with the lines that continue it.
    [GeneratedRegex(@"^- .*(\n  .*)*", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
