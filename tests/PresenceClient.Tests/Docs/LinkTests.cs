using System.Text.RegularExpressions;
using System.Xml.Linq;
using PresenceClient.TestSupport;

namespace PresenceClient.Tests.Docs;

/// <summary>Links to files of the repository lead to a file and work wherever the page is shown.</summary>
public partial class LinkTests
{
    private static readonly string Files = XDocument.Load(Repository.PathOf("eng", "Package.props"))
        .Descendants("RepositoryUrl").Single().Value + "/blob/main/";

    public static TheoryData<string> Pages => [.. Markdown.Pages];

    public static TheoryData<string> PackageReadmes =>
        [.. Markdown.Pages.Where(page => Regex.IsMatch(page, "^src/[^/]+/README.md$"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_ToTheRepository_LeadToFiles(string page) =>
        LinksOf(page).Where(link => !IsElsewhere(link) && !Path.Exists(PathOf(page, link))).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Anchors_ToPagesOfTheRepository_LeadToHeadings(string page) =>
        LinksOf(page).Where(link => !IsElsewhere(link) && link.Contains('#', StringComparison.Ordinal))
            .Where(link => PathOf(page, link).EndsWith(".md", StringComparison.Ordinal))
            .Where(link => !AnchorsOf(PathOf(page, link)).Contains(link.Split('#')[1]))
            .Should().BeEmpty();

    /// <summary>A package's readme is shown on the registry's site, where only absolute links work.</summary>
    [Theory]
    [MemberData(nameof(PackageReadmes))]
    public void Links_OfAPackagesReadme_AreAbsolute(string page) =>
        LinksOf(page).Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && link[0] != '#')
            .Should().BeEmpty();

    private static bool IsElsewhere(string link) =>
        link.Contains("://", StringComparison.Ordinal) && !link.StartsWith(Files, StringComparison.Ordinal);

    private static IEnumerable<string> LinksOf(string page) =>
        Link().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups[1].Value);

    // A link that is only an anchor leads to its own page.
    private static string PathOf(string page, string link) => link.Split('#')[0] switch
    {
        "" => Repository.PathOf(page),
        var file when file.StartsWith(Files, StringComparison.Ordinal) => Repository.PathOf(file[Files.Length..]),
        var file => Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, file),
    };

    // As GitHub makes them: lower case, without punctuation, with hyphens in place of spaces.
    private static IEnumerable<string> AnchorsOf(string path) => File.Exists(path)
        ? Heading().Matches(Fence().Replace(File.ReadAllText(path), ""))
            .Select(heading => AnchorOf(heading.Groups[1].Value))
        : [];

    private static string AnchorOf(string heading) => string.Concat(
        Punctuation().Replace(LinkTarget().Replace(heading, "$1"), "").Trim().Replace(' ', '-')
            .Select(char.ToLowerInvariant));

    [GeneratedRegex(@"(?:\]\(|^\[[^\]]+\]: )([^)\s]+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
