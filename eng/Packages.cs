// Checks the packages in a folder, prints their names, and fails if one is not ready to publish.
//   dotnet run eng/Packages.cs -- FOLDER
// Each must have release notes, a licence, a readme, an icon and the repository's address, and must not contain a path
// of the build machine. PresenceClient.Redis uses internal types of PresenceClient, so it must require exactly its
// version.
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run eng/Packages.cs -- FOLDER");
    return 2;
}

string[] packages = [.. Directory.EnumerateFiles(args[0], "*.nupkg").Order(StringComparer.Ordinal)];
string[] symbols = [.. Directory.EnumerateFiles(args[0], "*.snupkg")];
var faults = new List<string>();
foreach (string file in packages.Concat(symbols))
{
    string name = Path.GetFileName(file);
    using ZipArchive package = ZipFile.OpenRead(file);
    faults.AddRange(PathsIn(package).Select(entry => $"{name}: {entry} contains the path of the repository."));
    if (packages.Contains(file))
    {
        faults.AddRange(FaultsOf(package).Select(fault => $"{name}: {fault}"));
        Console.WriteLine(name);
    }
}

if (packages.Length == 0 || symbols.Length != packages.Length)
{
    faults.Add($"{args[0]} has {packages.Length} packages and {symbols.Length} symbol packages.");
}

faults.ForEach(Console.Error.WriteLine);
return faults.Count == 0 ? 0 : 1;

static IEnumerable<string> FaultsOf(ZipArchive package)
{
    using Stream stream = package.Entries.Single(entry => Path.GetExtension(entry.Name) == ".nuspec").Open();
    XElement nuspec = XDocument.Load(stream).Root!;
    XNamespace ns = nuspec.Name.Namespace;
    string? Value(string name) => nuspec.Descendants(ns + name).SingleOrDefault()?.Value;
    foreach (string required in (string[])["releaseNotes", "license", "readme", "icon", "description", "projectUrl"])
    {
        if (string.IsNullOrWhiteSpace(Value(required)))
        {
            yield return $"the nuspec has no {required}.";
        }
    }

    foreach (XElement sibling in nuspec.Descendants(ns + "dependency")
        .Where(dependency => (string?)dependency.Attribute("id") == "PresenceClient")
        .Where(_ => Value("id") == "PresenceClient.Redis"))
    {
        if ((string?)sibling.Attribute("version") != $"[{Value("version")}]")
        {
            yield return $"the nuspec requires PresenceClient {(string?)sibling.Attribute("version")}, and not exactly "
                + $"[{Value("version")}].";
        }
    }

    if ((string?)nuspec.Descendants(ns + "repository").SingleOrDefault()?.Attribute("url") != Value("projectUrl"))
    {
        yield return "the nuspec's repository is not at its projectUrl.";
    }
}

static IEnumerable<string> PathsIn(ZipArchive package)
{
    byte[] root = Encoding.UTF8.GetBytes(Directory.GetCurrentDirectory());
    return package.Entries.Where(entry => Bytes(entry).AsSpan().IndexOf(root) >= 0).Select(entry => entry.FullName);
}

static byte[] Bytes(ZipArchiveEntry entry)
{
    using Stream stream = entry.Open();
    using var memory = new MemoryStream();
    stream.CopyTo(memory);
    return memory.ToArray();
}
