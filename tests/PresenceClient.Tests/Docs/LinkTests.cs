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
    public void Links_ToTheRepository_LeadToFiles(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;

        LinksOf(page).Where(link => !IsElsewhere(link) && !Path.Exists(PathOf(link))).Should().BeEmpty();

        string PathOf(string link) => link.StartsWith(Files, StringComparison.Ordinal)
            ? Repository.PathOf(link[Files.Length..])
            : Path.Combine(folder, link);
    }

    /// <summary>A package's readme is shown on the registry's site, where only absolute links work.</summary>
    [Theory]
    [MemberData(nameof(PackageReadmes))]
    public void Links_OfAPackagesReadme_AreAbsolute(string page) =>
        LinksOf(page).Where(link => !link.StartsWith("https://", StringComparison.Ordinal)).Should().BeEmpty();

    private static bool IsElsewhere(string link) =>
        link.Contains("://", StringComparison.Ordinal) && !link.StartsWith(Files, StringComparison.Ordinal);

    // Without the anchor, and without links inside the page.
    private static IEnumerable<string> LinksOf(string page) =>
        Link().Matches(File.ReadAllText(Repository.PathOf(page)))
            .Select(match => match.Groups[1].Value.Split('#')[0]).Where(link => link.Length > 0);

    [GeneratedRegex(@"(?:\]\(|^\[[^\]]+\]: )([^)\s]+)", RegexOptions.Multiline)]
    private static partial Regex Link();
}
