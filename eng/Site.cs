// Prepares the website of the docs for docfx: the pages of docs/, and the API reference of the built packages.
//   dotnet run eng/Site.cs -- FOLDER
//   dotnet docfx FOLDER/docfx.json --warningsAsErrors        writes FOLDER/html
// FOLDER is in artifacts/, and is created anew. Links that leave docs/ lead to the repository's site. The pages are in
// a folder of their own, because docfx shows the contents of a folder at the left of its pages.
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
    string target = Path.Combine(site, "docs", NameInSite(Path.GetRelativePath(docs, file)));
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

string[] contents = [.. Contents()];
File.WriteAllLines(Path.Combine(site, "docs", "toc.yml"), contents);
string[] missing = [.. Directory.EnumerateFiles(docs, "*.md").Select(page => Path.GetFileName(page))
    .Where(page => !contents.Any(line => line.EndsWith($" {NameInSite(page)}", StringComparison.Ordinal)))];
if (missing.Length > 0)
{
    Console.Error.WriteLine($"docs/{Index} has no link to {string.Join(", ", missing)}. Add one to a table.");
    return 1;
}

Console.WriteLine($"The website of {repository} is in {site}.");
return 0;

// The path of this file, wherever the command is run.
static string EntryFile() => (string)AppContext.GetData("EntryPointFilePath")!;

// The first page of a website is its index.
static string NameInSite(string page) => page == Index ? "index.md" : page;

// The parts of the index, each with the pages that its table links to.
IEnumerable<string> Contents()
{
    yield return "- name: Overview";
    yield return $"  href: {NameInSite(Index)}";
    foreach (string line in File.ReadLines(Path.Combine(docs, Index)))
    {
        if (line.StartsWith("## ", StringComparison.Ordinal))
        {
            yield return $"- name: {line[3..]}";
            yield return "  items:";
        }
        else if (Row().Match(line) is { Success: true } row
            && File.Exists(Path.Combine(docs, row.Groups["path"].Value)))
        {
            yield return $"  - name: {row.Groups["title"].Value}";
            yield return $"    href: {Moved(row.Groups["path"].Value, Path.Combine(docs, Index))}";
        }
    }
}

// Absolute links, and those inside a page or docs/, stay as they are.
string Redirect(Match link, string file)
{
    string path = link.Groups["path"].Value;
    return path.Length == 0 || path.Contains("://", StringComparison.Ordinal)
        ? link.Value
        : $"{link.Groups["start"].Value}{Moved(path, file)}{link.Groups["anchor"].Value}";
}

// The target of a relative link in a file of docs/, for the website.
string Moved(string path, string file)
{
    string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
    string kind = Directory.Exists(target) ? "tree" : "blob";
    return target.StartsWith(docs + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        ? NameInSite(path)
        : $"{repository}/{kind}/main/{Path.GetRelativePath(root, target).Replace('\\', '/')}";
}

// An inline link or the definition of a reference, without the end of the former.
internal static partial class Program
{
    [GeneratedRegex(
        @"(?<start>\]\(|^\[[^\]]+\]:[ ])(?<path>[^)\s#]*)(?<anchor>\#[^)\s]*)?", RegexOptions.Multiline)]
    private static partial Regex Link();

    // A row of a table that begins with a link.
    [GeneratedRegex(@"^\| \[(?<title>[^\]]+)\]\((?<path>[^)]+)\) \|")]
    private static partial Regex Row();
}
