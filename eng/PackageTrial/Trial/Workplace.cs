using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PackageTrial.Trial;

/// <summary>
/// A temporary folder outside the repository, with the consumers and a NuGet.config. PresenceClient's packages come
/// only from the feed, and are extracted into a folder of their own, because an earlier pack has the same version. All
/// other packages come from the machine's folder of packages or from its sources.
/// </summary>
internal sealed partial class Workplace
{
    private static readonly IReadOnlyDictionary<string, string> English =
        new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en" };

    private Workplace(string root, string version)
    {
        Root = root;
        Environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),
            ["PresenceClientVersion"] = version,
        };
    }

    public string Root { get; }

    public string Consumers => Path.Combine(Root, "Consumers");

    public string Tools => Path.Combine(Root, "tools");

    /// <summary>The environment of every program that the trial starts.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Creates the folder.</summary>
    /// <param name="repository">The root of the repository.</param>
    /// <param name="feed">The folder with the packages.</param>
    /// <param name="version">The version of the packages.</param>
    public static async Task<Workplace> CreateAsync(string repository, string feed, string version)
    {
        var workplace = new Workplace(Directory.CreateTempSubdirectory("presence-packages-").FullName, version);
        CopyFiles(Path.Combine(repository, "eng", "PackageTrial", "Consumers"), "*", workplace.Consumers);

        // The tests of the sample, with the packages in place of the projects.
        CopyFiles(
            Path.Combine(repository, "samples", "TestWithEmulator"), "*.cs",
            Path.Combine(workplace.Consumers, "EmulatorTests"));

        // The SDK and the test runner are the repository's.
        File.Copy(Path.Combine(repository, "global.json"), Path.Combine(workplace.Root, "global.json"));
        LinkPackages(await MachinePackagesAsync(repository), Path.Combine(workplace.Root, "machine"));
        Configuration(Path.GetFullPath(feed), await SourcesAsync(repository))
            .Save(Path.Combine(workplace.Root, "nuget.config"));
        return workplace;
    }

    /// <summary>Deletes the folder.</summary>
    public void Delete() => Directory.Delete(Root, recursive: true);

    private static void CopyFiles(string from, string pattern, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, pattern, SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file)))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // A folder with all packages of the machine, except those that are tried.
    private static void LinkPackages(string machine, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string package in Directory.Exists(machine) ? Directory.EnumerateDirectories(machine) : [])
        {
            string name = Path.GetFileName(package);
            if (!name.StartsWith("presenceclient", StringComparison.OrdinalIgnoreCase))
            {
                Directory.CreateSymbolicLink(Path.Combine(folder, name), package);
            }
        }
    }

    private static async Task<string> MachinePackagesAsync(string repository)
    {
        string output = await Command.RunAsync(
            repository, English, "dotnet", "nuget", "locals", "global-packages", "--list");
        return output[(output.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static async Task<string[]> SourcesAsync(string repository)
    {
        string output = await Command.RunAsync(
            repository, English, "dotnet", "nuget", "list", "source", "--format", "Detailed");
        return [.. EnabledSource().Matches(output).Select(match => match.Groups[1].Value)];
    }

    // The machine's own configuration, which has the addresses of its sources, applies too.
    private static XElement Configuration(string feed, string[] sources) => new("configuration",
        new XElement("fallbackPackageFolders", Add("machine", "machine")),
        new XElement("packageSources", Add("packed", feed)),
        new XElement("packageSourceMapping",
            Map("packed", "PresenceClient*"),
            sources.Select(source => Map(source, "*"))));

    private static XElement Add(string key, string value) =>
        new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static XElement Map(string source, string pattern) => new("packageSource",
        new XAttribute("key", source), new XElement("package", new XAttribute("pattern", pattern)));

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"^\s*\d+\.\s+(.+) \[Enabled\]\s*$", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();
}
