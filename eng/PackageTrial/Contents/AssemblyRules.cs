using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml;
using System.Xml.Linq;

namespace PackageTrial.Contents;

/// <summary>
/// The build is deterministic, the symbols belong to the assembly, and their sources have paths of the repository, not
/// of the machine. Each public type has docs.
/// </summary>
internal static class AssemblyRules
{
    private const string Root = "/_/";

    public static IEnumerable<string> Faults(Package package) => package.OwnAssemblies.SelectMany(path =>
        (IEnumerable<string>)[.. Symbols(package, path), .. Docs(package, path)]);

    private static List<string> Symbols(Package package, string path)
    {
        var faults = new List<string>();
        using var assembly = new PEReader(new MemoryStream(package.Files[path]));
        DebugDirectoryEntry[] entries = [.. assembly.ReadDebugDirectory()];
        if (!entries.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible))
        {
            faults.Add($"{path} is not a deterministic build.");
        }

        DebugDirectoryEntry code = entries.FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        if (!package.Symbols.TryGetValue(Path.ChangeExtension(path, ".pdb"), out byte[]? bytes) || code.Stamp == 0)
        {
            return faults;
        }

        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes));
        MetadataReader reader = symbols.GetMetadataReader();
        var id = new BlobContentId(reader.DebugMetadataHeader!.Id);
        if (id.Guid != assembly.ReadCodeViewDebugDirectoryData(code).Guid || id.Stamp != code.Stamp)
        {
            faults.Add($"the symbols of {path} belong to another build.");
        }

        string[] sources =
        [
            .. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)),
        ];
        faults.AddRange(sources.Where(source => !source.StartsWith(Root, StringComparison.Ordinal))
            .Select(source => $"the symbols of {path} have the source {source}, and not a path below {Root}."));
        return sources.Length > 0 ? faults : [.. faults, $"the symbols of {path} have no sources."];
    }

    // An executable has no docs, because it has no public API.
    private static IEnumerable<string> Docs(Package package, string path)
    {
        if (!path.StartsWith("lib/", StringComparison.Ordinal))
        {
            return [];
        }

        using var assembly = new PEReader(new MemoryStream(package.Files[path]));
        HashSet<string> documented;
        try
        {
            byte[] docs = package.Files.GetValueOrDefault(Path.ChangeExtension(path, ".xml")) ?? [];
            documented =
            [
                .. XDocument.Load(new MemoryStream(docs)).Descendants("member")
                    .Where(member => member.Descendants("summary").Any() || member.Element("inheritdoc") is not null)
                    .Attributes("name").Select(name => name.Value),
            ];
        }
        catch (XmlException e)
        {
            return [$"the docs of {path} cannot be read: {e.Message}"];
        }

        return [.. PublicTypes(assembly.GetMetadataReader()).Where(type => !documented.Contains($"T:{type}"))
            .Select(type => $"{type} of {path} has no docs.")];
    }

    private static IEnumerable<string> PublicTypes(MetadataReader reader) =>
        reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}");
}
