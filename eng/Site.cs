// Prepares the website of the docs for docfx: the pages of docs/, and the API reference of the built packages.
//   dotnet run eng/Site.cs -- FOLDER
//   dotnet docfx FOLDER/docfx.json --warningsAsErrors        writes FOLDER/html
// FOLDER is in artifacts/, and is created anew. Links that leave docs/ lead to the repository's site.
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Index = "README.md";

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run eng/Site.cs -- FOLDER");
    return 2;
}

string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(EntryFile())!, ".."));
string docs = Path.Combine(root, "docs"), site = Path.GetFullPath(args[0]);
string repository = XDocument.Load(Path.Combine(root, "eng", "Package.props"))
    .Descendants("RepositoryUrl").Single().Value;
if (Directory.Exists(site))
{
    Directory.Delete(site, recursive: true);
}

foreach (string file in Directory.EnumerateFiles(docs, "*", SearchOption.AllDirectories))
{
    string target = Path.Combine(site, NameInSite(Path.GetRelativePath(docs, file)));
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    if (Path.GetExtension(file) == ".md")
    {
        File.WriteAllText(target, Link().Replace(File.ReadAllText(file), link => Redirect(link, file)));
    }
    else
    {
        File.Copy(file, target);
    }
}

foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "eng", "site")))
{
    File.Copy(file, Path.Combine(site, Path.GetFileName(file)));
}

File.WriteAllLines(Path.Combine(site, "toc.yml"), Pages().SelectMany(page => (string[])
    [$"- name: {Title(page)}", $"  href: {NameInSite(page)}"]).Append("- name: API reference").Append("  href: api/"));
Console.WriteLine($"{Pages().Count()} pages are in {site}.");
return 0;

// The path of this file, wherever the command is run.
static string EntryFile() => (string)AppContext.GetData("EntryPointFilePath")!;

// The first page of a website is its index.
static string NameInSite(string page) => page == Index ? "index.md" : page;

// In the order in which the index links to them. A page without a link is at the end.
IEnumerable<string> Pages() =>
[
    Index,
    .. Link().Matches(File.ReadAllText(Path.Combine(docs, Index))).Select(link => link.Groups["path"].Value)
        .Where(path => File.Exists(Path.Combine(docs, path)) && Path.GetFileName(path) == path)
        .Concat(Directory.EnumerateFiles(docs, "*.md").Select(page => Path.GetFileName(page)).Order())
        .Where(page => page.EndsWith(".md", StringComparison.Ordinal) && page != Index)
        .Distinct(),
];

string Title(string page) =>
    File.ReadLines(Path.Combine(docs, page)).First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..];

// Absolute links, and those inside a page or docs/, stay as they are.
string Redirect(Match link, string file)
{
    string path = link.Groups["path"].Value;
    if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal))
    {
        return link.Value;
    }

    string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
    string kind = Directory.Exists(target) ? "tree" : "blob";
    string written = target.StartsWith(docs + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        ? NameInSite(path)
        : $"{repository}/{kind}/main/{Path.GetRelativePath(root, target).Replace('\\', '/')}";
    return $"{link.Groups["start"].Value}{written}{link.Groups["anchor"].Value}";
}

// An inline link or the definition of a reference, without the end of the former.
internal static partial class Program
{
    [GeneratedRegex(
        @"(?<start>\]\(|^\[[^\]]+\]:[ ])(?<path>[^)\s#]*)(?<anchor>\#[^)\s]*)?", RegexOptions.Multiline)]
    private static partial Regex Link();
}
