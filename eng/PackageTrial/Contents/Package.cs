using System.IO.Compression;
using System.Xml.Linq;

namespace PackageTrial.Contents;

/// <summary>A package and its symbols: the contents of both files, by path.</summary>
internal sealed record Package(
    string Id, IReadOnlyDictionary<string, byte[]> Files, IReadOnlyDictionary<string, byte[]> Symbols)
{
    // The parts of the container format, which every package has.
    private static readonly string[] OfTheFormat = ["_rels/", "package/", "[Content_Types].xml"];

    /// <summary>Gets the root of the nuspec.</summary>
    public XElement Nuspec => XDocument.Load(new MemoryStream(Files[$"{Id}.nuspec"])).Root!;

    /// <summary>Gets the assemblies that are built here: PresenceClient's, not those of dependencies.</summary>
    public IEnumerable<string> OwnAssemblies => Files.Keys.Where(path => IsOwn(Path.GetFileName(path)));

    /// <summary>Reads a package, and its symbols if they are in the same folder.</summary>
    public static Package Read(string file)
    {
        IReadOnlyDictionary<string, byte[]> files = Unzip(file);
        string symbols = Path.ChangeExtension(file, ".snupkg");
        string id = Path.GetFileNameWithoutExtension(files.Keys.Single(path => Path.GetExtension(path) == ".nuspec"));
        return new Package(id, files, File.Exists(symbols) ? Unzip(symbols) : new Dictionary<string, byte[]>());
    }

    /// <summary>Returns the value of an element of the nuspec; null if it is missing.</summary>
    public string? Value(string name) => Elements(name).SingleOrDefault()?.Value;

    /// <summary>Returns the elements of the nuspec with a name.</summary>
    public IEnumerable<XElement> Elements(string name) =>
        Nuspec.Descendants().Where(element => element.Name.LocalName == name);

    private static bool IsOwn(string file) => file is "presence.dll" or "presence-emulator.dll"
        || (file.StartsWith("PresenceClient", StringComparison.Ordinal) && Path.GetExtension(file) == ".dll");

    private static Dictionary<string, byte[]> Unzip(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return archive.Entries
            .Where(entry => !OfTheFormat.Any(part => entry.FullName.StartsWith(part, StringComparison.Ordinal)))
            .ToDictionary(entry => entry.FullName, Bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
